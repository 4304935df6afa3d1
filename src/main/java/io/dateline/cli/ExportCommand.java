package io.dateline.cli;

import io.dateline.batch.LaunchOptions;
import io.dateline.batch.OutputLock;
import io.dateline.batch.database.Database;
import io.dateline.batch.export.ArchiveExport;
import io.dateline.batch.export.ArticleFilter;
import io.dateline.batch.export.ExportForm;
import io.dateline.batch.export.ExportRefusedException;
import io.dateline.batch.export.ExportRequest;
import io.dateline.batch.export.ExportSummary;
import io.dateline.batch.settings.JobSettings;
import io.dateline.batch.settings.SettingsLoader;
import io.dateline.output.CellLimit;
import io.dateline.output.FileForm;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dateline export}: the whole current archive as CSV or Parquet. */
@Command(
    name = "export",
    description = {
      "Writes the whole current archive of a job as one set of CSV or Parquet files.",
      "A reader sees the export before or this one, never half of one."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  dateline export",
      "      the whole archive in output/nightly/export",
      "  dateline export --where date_published=2014..2016-06 --where provider=Reuters",
      "      two and a half years of one agency",
      "  dateline export --format parquet",
      "      typed columns for DuckDB, pandas and the like, in output/nightly/export-parquet",
      "  DATELINE_CSV_BOM=true DATELINE_CSV_MAX_CELL=32767 dateline export --to for-excel",
      "      with a byte order mark, and no cell longer than Excel takes"
    },
    sortOptions = false)
final class ExportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private JobOptions job;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "csv or parquet (default: csv, as the settings `csv` of the job say).")
  private FileForm.Format format = FileForm.Format.CSV;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description = {
        "Where the export goes (default: `export` in the job's output folder, with",
        "--where `selection`, and `-parquet` behind it with --format parquet)."
      })
  private @Nullable Path to;

  @Option(
      names = "--where",
      paramLabel = "COLUMN=VALUE",
      description = {
        "Only articles whose column has this value; may be repeated.",
        "Columns: date_published (2016, 2016-09, 2016-09-05, FROM..TO), provider,",
        "publisher, in_language (en also means en-GB)."
      })
  private @Nullable List<String> where;

  @Option(names = "--json", description = "Print the summary as one JSON object.")
  private boolean json;

  @Override
  public Integer call() {
    JobContext.checkPlatform();
    Path jobFile = job.jobFile();
    JobSettings settings = new SettingsLoader(System.getenv()).load(jobFile);
    ExportRequest request;
    try {
      request = request(JobFiles.archive(jobFile), settings);
    } catch (ExportRefusedException e) {
      throw usage(e);
    }
    Database database =
        DatabaseChoice.of(job.database(), settings.database(), request.output(), System.getenv());
    Path locked = database.lockFolder(request.output(), request.jobName());
    if (!database.exists() || !Files.isDirectory(locked)) {
      // Without this check an empty database would be made there.
      throw ArchiveExport.nothingPublished(request.jobName(), request.output());
    }
    // Outermost, so that a signal waits until the database is closed as well.
    try (SignalStop signal =
            SignalStop.install(
                spec.commandLine().getErr(), "Stopped. What was exported before is untouched.");
        OutputLock lock = OutputLock.take(locked, "export")) {
      ExportSummary export =
          export(request, database, new LaunchOptions(1, settings.chunkSize()), signal);
      signal.completed();
      print(export);
      return ExitCode.OK.code();
    } catch (IOException e) {
      throw JobContext.cannotWrite(locked, e);
    } catch (ExportRefusedException e) {
      throw usage(e);
    }
  }

  private ParameterException usage(ExportRefusedException e) {
    return new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
  }

  private ExportRequest request(String jobName, JobSettings settings)
      throws ExportRefusedException {
    Path folder = JobContext.output(job.output(), settings, spec.commandLine());
    Path target =
        to == null
            ? folder.resolve(jobName).resolve(defaultName())
            : Path.of("").toAbsolutePath().resolve(to).normalize();
    return new ExportRequest(
        jobName,
        folder,
        target,
        ArticleFilter.of(where == null ? List.of() : where),
        form(settings.csv()),
        settings.input().stream()
            .map(root -> InputRoots.parse(root, JobFiles.home()).folder())
            .toList());
  }

  private String defaultName() {
    return (where == null ? "export" : "selection")
        + (format == FileForm.Format.PARQUET ? "-parquet" : "");
  }

  private ExportForm form(JobSettings.CsvSettings csv) {
    return switch (format) {
      case PARQUET -> ExportForm.PARQUET;
      case CSV ->
          new ExportForm(
              new FileForm(FileForm.Format.CSV, csv.bom(), csv.gzip()),
              csv.formulaGuard(),
              csv.maxCell() == 0 ? null : new CellLimit(csv.maxCell()));
    };
  }

  private static ExportSummary export(
      ExportRequest request, Database database, LaunchOptions options, SignalStop signal)
      throws ExportRefusedException {
    try (BatchSession session = BatchSession.open(database, request.output(), options)) {
      session.requireOutputOf(request.jobName(), false);
      ArchiveExport export = session.export();
      signal.onSignal(export::stop);
      return export.run(request);
    }
  }

  private void print(ExportSummary export) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(export.toJson());
    } else {
      Long rejections = export.rejections();
      line(out, "%-12s %,14d", "articles", export.articles());
      line(out, "%-12s %,14d", "quotes", export.quotes());
      if (rejections == null) {
        line(
            out, "%-12s %14s", "rejections", "left out (they have none of the columns of --where)");
      } else {
        line(out, "%-12s %,14d", "rejections", rejections);
      }
      Long cut = export.cellsCut();
      if (cut != null) {
        line(out, "%-12s %,14d", "cells cut", cut);
      }
      line(out, "%-12s %,14d", "bytes", export.bytes());
      line(out, "%.1f s", export.seconds());
      line(out, "%s", export.folder());
    }
    out.flush();
  }

  private static void line(PrintWriter out, String format, Object... arguments) {
    out.println(String.format(Locale.ROOT, format, arguments));
  }
}
