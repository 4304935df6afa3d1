package io.dateline.cli;

import io.dateline.article.Capture;
import io.dateline.article.EntryId;
import io.dateline.article.Outcome;
import io.dateline.article.RawDocument;
import io.dateline.article.Rejection;
import io.dateline.article.SourceItem;
import io.dateline.article.Unreadable;
import io.dateline.batch.extract.ArticlePipeline;
import io.dateline.batch.run.IoReason;
import io.dateline.batch.run.RunFailure;
import io.dateline.batch.settings.JobSettings;
import io.dateline.batch.settings.SettingsLoader;
import io.dateline.cli.inspect.ContainerListing;
import io.dateline.cli.inspect.Explanation;
import io.dateline.cli.inspect.InspectionJson;
import io.dateline.cli.inspect.InspectionPage;
import io.dateline.cli.inspect.InspectionText;
import io.dateline.cli.inspect.Terminal;
import io.dateline.source.InputRoot;
import io.dateline.source.container.ContainerEntries;
import io.dateline.source.container.ContainerEntry;
import io.dateline.source.container.ContainerEntry.Document;
import io.dateline.source.container.Containers;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dateline inspect}: what one file gives, and why; of a container, what it holds. */
@Command(
    name = "inspect",
    description =
        "Shows what one file gives, and why; of a container, what it holds. Writes nothing.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  dateline inspect page.html --explain",
      "      what one page gives, and why",
      "  dateline inspect page.html --html >page-explained.html",
      "      the same as a page to open in a browser",
      "  dateline inspect papers.zip",
      "      what an archive holds",
      "  dateline inspect papers.zip --entry 2016/09/a.txt --json",
      "      one document of it, for a program"
    },
    sortOptions = false)
final class InspectCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FILE", description = "The article file.")
  private Path file;

  @Option(
      names = "--entry",
      paramLabel = "NAME",
      description = "Show this document of the container FILE; without it, all are listed.")
  private @Nullable String entry;

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

  @ArgGroup(exclusive = true)
  private Form form = new Form();

  /** How it is printed. */
  private static final class Form {
    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Option(
        names = "--html",
        description = "Print a page: the text, marked, beside the row; a document's, explained.")
    private boolean html;
  }

  @Override
  public Integer call() {
    JobSettings settings = new SettingsLoader(System.getenv()).load(JobFiles.find(job));
    Path path = regularFile();
    try {
      if (isContainer(path, settings)) {
        inspectContainer(path, settings);
      } else if (entry == null) {
        inspect(path.toString(), document(path, settings), settings);
      } else {
        throw failure(path + " is no container; leave --entry out.");
      }
    } catch (IOException e) {
      throw new RunFailure(
          RunFailure.Kind.INPUT, path + " cannot be read: " + IoReason.of(e) + ".", e);
    }
    spec.commandLine().getOut().flush();
    return ExitCode.OK.code();
  }

  private static RunFailure failure(String sentence) {
    return new RunFailure(RunFailure.Kind.INPUT, sentence, null);
  }

  private Path regularFile() {
    Path path = file.toAbsolutePath().normalize();
    if (!Files.exists(path)) {
      throw failure("There is no file " + path + ".");
    }
    if (!Files.isRegularFile(path)) {
      throw failure(path + " is no regular file.");
    }
    return path;
  }

  private static boolean isContainer(Path path, JobSettings settings) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return settings.containers().isContainer(in.readNBytes(Containers.HEAD_BYTES));
    }
  }

  private void inspectContainer(Path path, JobSettings settings) throws IOException {
    // It is the user who names it, not the input: a link may be followed.
    try (ContainerEntries entries = settings.containers().open(path.toRealPath())) {
      ContainerEntry first = entries.next();
      if (entry != null) {
        inspect(path + " " + entry, find(entry, first, entries, path, settings), settings);
      } else if (first instanceof Document only && only.name().isEmpty()) {
        // A file that is merely compressed.
        inspect(
            path.toString(),
            new RawDocument(0, id(path, "", settings), only.content(), only.capture()),
            settings);
      } else if (form.html) {
        throw failure(path + " is a container; name one of its documents with --entry.");
      } else if (form.json) {
        new ContainerListing(spec.commandLine().getOut()).json(first, entries);
      } else {
        new ContainerListing(spec.commandLine().getOut()).print(first, entries);
      }
    }
  }

  private static SourceItem find(
      String name,
      @Nullable ContainerEntry first,
      ContainerEntries entries,
      Path path,
      JobSettings settings)
      throws IOException {
    for (ContainerEntry found = first; found != null; found = entries.next()) {
      if (found instanceof Document document && document.name().equals(name)) {
        return new RawDocument(0, id(path, name, settings), document.content(), document.capture());
      }
      if (found instanceof ContainerEntry.Rejected rejected && rejected.name().equals(name)) {
        return new Unreadable(
            0,
            new Rejection(
                id(path, name, settings),
                rejected.byteOffset(),
                rejected.reason(),
                rejected.message(),
                rejected.sizeBytes()));
      }
    }
    throw failure(path + " has no entry " + name + "; without --entry all are listed.");
  }

  private void inspect(String name, SourceItem item, JobSettings settings) {
    ArticlePipeline pipeline = ArticlePipeline.of(settings, LocalDate.now(ZoneOffset.UTC));
    Explanation explanation = new Explanation();
    Outcome outcome = pipeline.process(item, explanation);
    PrintWriter out = spec.commandLine().getOut();
    if (form.html) {
      out.print(InspectionPage.of(name, outcome, explanation));
    } else if (form.json) {
      out.println(InspectionJson.of(outcome, explain ? explanation : null));
    } else {
      new InspectionText(out, Terminal.of(System.getenv()))
          .print(outcome, explain ? explanation : null);
    }
  }

  private static RawDocument document(Path path, JobSettings settings) throws IOException {
    long maxBytes = settings.limits().documentBytes();
    if (Files.size(path) > maxBytes) {
      throw failure(path + " has more bytes than limits.document-bytes, " + maxBytes + ".");
    }
    try (InputStream in = Files.newInputStream(path)) {
      return new RawDocument(
          0, id(path, "", settings), in.readNBytes((int) maxBytes), Capture.UNKNOWN);
    }
  }

  /** The names that a run gives the file; that of its folder where it lies in no input root. */
  private static EntryId id(Path path, String entryName, JobSettings settings) {
    EntryId file = fileId(path, settings.input());
    return new EntryId(file.collection(), file.sourcePath(), entryName);
  }

  private static EntryId fileId(Path path, List<String> roots) {
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
