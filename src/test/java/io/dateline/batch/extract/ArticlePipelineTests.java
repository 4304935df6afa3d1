package io.dateline.batch.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.article.ArticleField;
import io.dateline.article.Block;
import io.dateline.article.Capture;
import io.dateline.article.EntryId;
import io.dateline.article.Outcome;
import io.dateline.article.RawDocument;
import io.dateline.article.RejectionReason;
import io.dateline.article.Trace;
import io.dateline.batch.settings.JobSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticlePipelineTests {

  private final ArticlePipeline pipeline =
      ArticlePipeline.of(JobSettings.defaults(), LocalDate.of(2020, 1, 1));

  @Test
  void aStackThatOverflowsIsTheDocumentsFaultAndEndsNothing() {
    Outcome outcome = pipeline.process(document(), new Failing(new StackOverflowError()));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Rejected.class,
            rejected ->
                assertThat(rejected.rejection().reason())
                    .isEqualTo(RejectionReason.EXTRACTION_FAILED));
  }

  @Test
  void memoryThatRanOutIsNotMadeARejection() {
    assertThatThrownBy(() -> pipeline.process(document(), new Failing(new OutOfMemoryError())))
        .isInstanceOf(OutOfMemoryError.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/wire-1988.txt",
        "text/en-cms-dump.txt",
        "text/de-meldung.txt",
        "html/json-ld.html",
        "html/meta-tags.html",
        "html/visible-only.html",
        "newsroom/harbour-strike.nitf.xml"
      })
  void anArticleIsTheSameWhetherOrNotSomebodyWatches(String file) throws Exception {
    byte[] content = Files.readAllBytes(Path.of("input", file));
    RawDocument document =
        new RawDocument(1, EntryId.ofFile("input", file), content, Capture.UNKNOWN);

    ArticlePipeline today = ArticlePipeline.of(JobSettings.defaults(), LocalDate.of(2026, 11, 1));

    Outcome watched = today.process(document, new Trace() {});

    assertThat(watched).isInstanceOf(Outcome.Accepted.class);
    assertThat(today.process(document, Trace.NONE)).hasToString(watched.toString());
  }

  @ParameterizedTest(name = "after {0} looks at the clock")
  @ValueSource(ints = {1, 2, 5, 9})
  void aDocumentThatTakesTooLongIsGivenUpBetweenTwoSteps(int looks) {
    AtomicInteger looked = new AtomicInteger();
    ArticlePipeline slow =
        ArticlePipeline.of(
            JobSettings.defaults(),
            LocalDate.of(2020, 1, 1),
            () -> looked.incrementAndGet() > looks ? 60_000_000_001L : 0);

    Outcome outcome = slow.process(document());

    assertThat(looked).hasValue(looks + 1);
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Rejected.class,
            rejected -> {
              assertThat(rejected.rejection().reason()).isEqualTo(RejectionReason.TIME_LIMIT);
              assertThat(rejected.rejection().reason().isEnvironmental()).isTrue();
              assertThat(rejected.rejection().message())
                  .isEqualTo("It took more than 60 s; limits.document-seconds says so.");
            });
  }

  @Test
  void aDocumentMayTakeAllOfItsTime() {
    AtomicInteger looked = new AtomicInteger();
    ArticlePipeline slow =
        ArticlePipeline.of(
            JobSettings.defaults(),
            LocalDate.of(2020, 1, 1),
            () -> looked.incrementAndGet() > 1 ? 60_000_000_000L : 0);

    assertThat(slow.process(document())).isInstanceOf(Outcome.Accepted.class);
    assertThat(looked).hasValueGreaterThan(8);
  }

  private static RawDocument document() {
    String text =
        "Ferry of the lower harbour to run at night again\n\n"
            + "ACCRA, May 4 (Reuters) - The ferry of the lower harbour is to run at night again, as"
            + " the town council decided on Tuesday after a long debate about its cost.\n";
    return new RawDocument(
        0,
        EntryId.ofFile("papers", "a.txt"),
        text.getBytes(StandardCharsets.UTF_8),
        Capture.UNKNOWN);
  }

  /** Fails wherever the rules tell of their reasons. */
  private record Failing(Error failure) implements Trace {
    @Override
    public boolean isOn() {
      return true;
    }

    @Override
    public void candidate(
        ArticleField field, @Nullable String value, String source, boolean chosen, String reason) {
      throw failure;
    }

    @Override
    public void block(Block block, boolean kept, String reason) {
      throw failure;
    }
  }
}
