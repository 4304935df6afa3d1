package io.dateline.benchmark;

import io.dateline.article.Outcome.Accepted;
import io.dateline.batch.extract.ArticlePipeline;
import io.dateline.batch.settings.JobSettings;
import java.time.LocalDate;
import java.util.List;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The articles of the texts among the invented documents. */
@State(Scope.Thread)
public class ExtractedArticles {

  private List<Accepted> articles = List.of();
  private List<String> openings = List.of();
  private int next;

  @Setup
  public void extract() {
    ArticlePipeline pipeline = ArticlePipeline.of(JobSettings.defaults(), LocalDate.of(2020, 1, 1));
    articles =
        GeneratedDocuments.of("text").stream()
            .map(pipeline::process)
            .map(Accepted.class::cast)
            .toList();
    openings =
        articles.stream()
            .map(Accepted::article)
            .map(article -> article.dateline().raw() + " -- " + article.paragraphs().get(0))
            .toList();
  }

  /** The first paragraph as it is printed, with the dateline. */
  String nextOpening() {
    return openings.get(Math.floorMod(next++, openings.size()));
  }

  Accepted next() {
    return articles.get(Math.floorMod(next++, articles.size()));
  }
}
