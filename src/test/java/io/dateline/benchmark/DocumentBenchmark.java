package io.dateline.benchmark;

import io.dateline.article.Outcome;
import io.dateline.article.Page;
import io.dateline.article.RawDocument;
import io.dateline.article.TextDocument;
import io.dateline.batch.extract.ArticlePipeline;
import io.dateline.batch.settings.JobSettings;
import io.dateline.page.PageLimits;
import io.dateline.page.PageParser;
import io.dateline.page.PageTooComplexException;
import io.dateline.source.DocumentDecoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A document's way from bytes to an article: what each stage adds shows in the differences. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DocumentBenchmark {

  private final DocumentDecoder decoder = new DocumentDecoder();
  private final PageParser parser = new PageParser(PageLimits.defaults());
  private final ArticlePipeline pipeline =
      ArticlePipeline.of(JobSettings.defaults(), LocalDate.of(2020, 1, 1));

  /** Charset and text. */
  @Benchmark
  public TextDocument decode(GeneratedDocuments documents) {
    return decoder.decode(documents.next());
  }

  /** And blocks, metadata and links of the page. */
  @Benchmark
  public Page parse(GeneratedDocuments documents) throws PageTooComplexException {
    return parser.parse(decoder.decode(documents.next()));
  }

  /** And all fields, and the checks before and behind them. */
  @Benchmark
  public Outcome article(GeneratedDocuments documents) {
    return pipeline.process(documents.next());
  }

  /** The same bytes with the parser alone: what HTML costs whoever reads it. */
  @Benchmark
  public Document jsoupAlone(GeneratedDocuments documents) throws IOException {
    RawDocument document = documents.next();
    return Jsoup.parse(new ByteArrayInputStream(document.content()), null, "");
  }
}
