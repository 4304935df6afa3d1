package io.dateline.cli;

import io.dateline.batch.run.IoReason;
import io.dateline.batch.run.RunFailure;
import io.dateline.cli.score.DisagreementFile;
import io.dateline.cli.score.ScoreText;
import io.dateline.cli.status.StatusText;
import io.dateline.score.Disagreement;
import io.dateline.score.ScoreRefusedException;
import io.dateline.score.ScoreReport;
import io.dateline.score.ScoreRequest;
import io.dateline.score.Scorer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dateline score}: how right a run is, by a sample that somebody labelled. */
@Command(
    name = "score",
    description = {
      "Scores a run against a CSV file of what is right, field by field.",
      "Reads files alone."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  dateline score sample.csv nightly --disagreements wrong.csv",
      "      field by field, and what is not as it should be"
    },
    sortOptions = false)
final class ScoreCommand implements Callable<Integer> {

  private static final int MAX_SHOWN = 10_000;

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "GOLD",
      description = "CSV file with columns of articles.csv, a row for each article of the sample.")
  private Path gold;

  @Parameters(
      index = "1",
      paramLabel = "RUN",
      description = "Folder of a run or an export, such as output/nightly/latest.")
  private Path run;

  @Option(
      names = "--quotes",
      paramLabel = "FILE",
      description = "CSV file with columns of quotes.csv: the quotes of the sample.")
  private @Nullable Path quotes;

  @Option(
      names = "--show",
      paramLabel = "N",
      defaultValue = "20",
      description = "Most disagreements shown (default: ${DEFAULT-VALUE}).")
  private int show;

  @Option(
      names = "--disagreements",
      paramLabel = "FILE",
      description = "Write all disagreements to this CSV file.")
  private @Nullable Path disagreements;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() {
    if (show < 0 || show > MAX_SHOWN) {
      throw new ParameterException(spec.commandLine(), "--show must be between 0 and " + MAX_SHOWN);
    }
    List<Disagreement> shown = new ArrayList<>();
    ScoreReport report =
        disagreements == null ? score(shown, null) : scoreInto(disagreements, shown);
    PrintWriter out = spec.commandLine().getOut();
    out.println(json ? ScoreText.json(report, shown) : ScoreText.table(report, shown));
    out.flush();
    return ExitCode.OK.code();
  }

  private ScoreReport scoreInto(Path target, List<Disagreement> shown) {
    Path path = target.toAbsolutePath().normalize();
    boolean isGold =
        path.equals(absolute(gold)) || (quotes != null && path.equals(absolute(quotes)));
    if (isGold || path.startsWith(absolute(run)) || path.getFileName() == null) {
      throw new ParameterException(
          spec.commandLine(),
          "--disagreements must name a file of its own, not the gold or a place in the run");
    }
    try (DisagreementFile file = DisagreementFile.open(path)) {
      ScoreReport report = score(shown, file);
      file.finish();
      return report;
    } catch (UncheckedIOException e) {
      throw cannotWrite(path, Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw cannotWrite(path, e);
    }
  }

  private static RunFailure cannotWrite(Path path, IOException e) {
    return new RunFailure(
        RunFailure.Kind.OUTPUT,
        StatusText.clean(path + " cannot be written: " + IoReason.of(e) + "; name another file."),
        e);
  }

  private ScoreReport score(List<Disagreement> shown, @Nullable DisagreementFile file) {
    ScoreRequest request =
        new ScoreRequest(absolute(gold), quotes == null ? null : absolute(quotes), absolute(run));
    try {
      return Scorer.score(
          request,
          disagreement -> {
            if (shown.size() < show) {
              shown.add(ScoreText.cut(disagreement));
            }
            if (file != null) {
              file.write(disagreement);
            }
          });
    } catch (ScoreRefusedException e) {
      throw refused(e);
    } catch (IOException e) {
      throw new RunFailure(
          RunFailure.Kind.IO,
          StatusText.clean("The run in " + run + " cannot be scored: " + IoReason.of(e) + "."),
          e);
    }
  }

  private RuntimeException refused(ScoreRefusedException e) {
    String sentence = StatusText.clean(String.valueOf(e.getMessage()));
    return switch (e.reason()) {
      case GOLD -> new ParameterException(spec.commandLine(), sentence, e);
      case MISSING -> new RunFailure(RunFailure.Kind.INPUT, sentence, e);
      case RUN -> new RunFailure(RunFailure.Kind.IO, sentence, e);
    };
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
