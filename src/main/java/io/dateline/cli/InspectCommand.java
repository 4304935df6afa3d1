package io.dateline.cli;

import io.dateline.article.Capture;
import io.dateline.article.EntryId;
import io.dateline.article.Outcome;
import io.dateline.article.RawDocument;
import io.dateline.batch.extract.ArticlePipeline;
import io.dateline.batch.run.IoReason;
import io.dateline.batch.run.RunFailure;
import io.dateline.batch.settings.JobSettings;
import io.dateline.batch.settings.SettingsLoader;
import io.dateline.source.InputRoot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dateline inspect}: what one file gives, and why. */
@Command(
    name = "inspect",
    description = "Shows what one file gives, and why. Writes nothing.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class InspectCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FILE", description = "The article file.")
  private Path file;

  @Option(
      names = "--job",
      paramLabel = "JOB",
      defaultValue = "nightly",
      description = "Job whose rules apply (default: ${DEFAULT-VALUE}).")
  private String job;

  @Option(
      names = "--explain",
      description = "Show every candidate for each field, and every block kept or dropped.")
  private boolean explain;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() {
    JobSettings settings = new SettingsLoader(System.getenv()).load(JobFiles.find(job));
    RawDocument document = read(settings);
    ArticlePipeline pipeline = ArticlePipeline.of(settings, LocalDate.now(ZoneOffset.UTC));
    Explanation explanation = new Explanation();
    Outcome outcome = pipeline.process(document, explanation);
    InspectionText text = new InspectionText(spec.commandLine().getOut());
    if (json) {
      text.json(outcome, explain ? explanation : null);
    } else {
      text.print(outcome, explain ? explanation : null);
    }
    spec.commandLine().getOut().flush();
    return ExitCode.OK.code();
  }

  private RawDocument read(JobSettings settings) {
    long maxBytes = settings.limits().documentBytes();
    Path path = file.toAbsolutePath().normalize();
    try {
      if (Files.exists(path) && !Files.isRegularFile(path)) {
        throw new RunFailure(RunFailure.Kind.INPUT, path + " is no regular file.", null);
      }
      if (!Files.exists(path)) {
        throw new RunFailure(RunFailure.Kind.INPUT, "There is no file " + path + ".", null);
      }
      if (Files.size(path) > maxBytes) {
        throw new RunFailure(
            RunFailure.Kind.INPUT,
            path + " has more bytes than limits.document-bytes, " + maxBytes + ".",
            null);
      }
      try (InputStream in = Files.newInputStream(path)) {
        byte[] content = in.readNBytes((int) maxBytes);
        return new RawDocument(0, id(path, settings.input()), content, Capture.UNKNOWN);
      }
    } catch (IOException e) {
      throw new RunFailure(
          RunFailure.Kind.INPUT, path + " cannot be read: " + IoReason.of(e) + ".", e);
    }
  }

  /** The names that a run gives the file; that of its folder where it lies in no input root. */
  private static EntryId id(Path path, List<String> roots) {
    for (String text : roots) {
      InputRoot root = InputRoots.parse(text, JobFiles.home());
      if (path.startsWith(root.folder()) && !path.equals(root.folder())) {
        return root.idOf(path);
      }
    }
    Path parent = Objects.requireNonNull(path.getParent());
    Path folder = parent.getFileName();
    return new InputRoot(folder == null ? "" : folder.toString(), parent).idOf(path);
  }
}
