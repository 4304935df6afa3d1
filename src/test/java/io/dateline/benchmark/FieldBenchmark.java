package io.dateline.benchmark;

import io.dateline.article.Article;
import io.dateline.article.Block;
import io.dateline.article.Page;
import io.dateline.article.Quote;
import io.dateline.article.Trace;
import io.dateline.extract.ArticleExtractor;
import io.dateline.extract.body.BodyFinder;
import io.dateline.extract.body.Phrases;
import io.dateline.extract.body.StoryNotes;
import io.dateline.extract.dateline.DatelineMatch;
import io.dateline.extract.dateline.DatelineParser;
import io.dateline.extract.language.LanguageFinder;
import io.dateline.extract.place.Gazetteer;
import io.dateline.extract.place.Place;
import io.dateline.extract.quote.QuoteExtractor;
import io.dateline.page.PageLimits;
import io.dateline.page.PageParser;
import io.dateline.page.PageTooComplexException;
import io.dateline.source.DocumentDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Each extractor by itself; the body without what a run knows of the page around it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FieldBenchmark {

  private final ArticleExtractor extractor = new ArticleExtractor();
  private final BodyFinder bodies = new BodyFinder(new Phrases(List.of()));
  private final DatelineParser datelines = new DatelineParser();
  private final LanguageFinder languages = new LanguageFinder();
  private final QuoteExtractor quotes = new QuoteExtractor();

  /** Pages that are parsed already. */
  @State(Scope.Thread)
  public static class Pages {
    private List<Page> pages = List.of();
    private int next;

    @Setup
    public void parse(GeneratedDocuments documents) throws PageTooComplexException {
      PageParser parser = new PageParser(PageLimits.defaults());
      DocumentDecoder decoder = new DocumentDecoder();
      List<Page> parsed = new ArrayList<>();
      for (int i = 0; i < 256; i++) {
        parsed.add(parser.parse(decoder.decode(documents.next())));
      }
      pages = List.copyOf(parsed);
    }

    Page next() {
      return pages.get(Math.floorMod(next++, pages.size()));
    }
  }

  @Benchmark
  public Article allFields(Pages pages) {
    return extractor.extract(pages.next(), Trace.NONE);
  }

  @Benchmark
  public List<Block> body(Pages pages) {
    return bodies.find(pages.next().blocks(), StoryNotes.NONE, Trace.NONE);
  }

  @Benchmark
  public Optional<DatelineMatch> dateline(ExtractedArticles articles) {
    return datelines.parse(List.of(articles.nextOpening()), "en");
  }

  @Benchmark
  public Optional<LanguageFinder.Choice> language(ExtractedArticles articles) {
    return languages.find(articles.nextOpening(), List.of());
  }

  @Benchmark
  public List<Quote> quotes(ExtractedArticles articles) {
    Article article = articles.next().article();
    return quotes.extract(article.paragraphs(), article.inLanguage());
  }

  @Benchmark
  public Optional<Place> place(ExtractedArticles articles) {
    return Gazetteer.get().resolve(articles.next().article().dateline().places().get(0), null);
  }
}
