package io.dateline.batch.settings;

import io.dateline.page.PageLimits;
import io.dateline.source.container.Containers;
import io.dateline.validate.ValidationSettings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a job. {@code jobs/nightly.yml} shows each with its default, unit and meaning.
 *
 * @param input input roots, each {@code PATH} or {@code NAME=PATH}; relative to the project folder
 * @param archive job whose archive the runs of this one are part of; empty for its own
 * @param select which rows of the archive are read again, if the job is for that
 * @param include patterns of which a file must fit one: see {@link io.dateline.source.PathPattern}
 * @param exclude patterns of files and folders that are left out
 * @param minAge seconds since its last modification before a file is read
 * @param removed what becomes of the rows of a file that is gone
 * @param removedLimit share of the known files, from 0 to 1; when more are gone, none is removed
 * @param output output folder, relative like the input
 * @param database where rows and the state of runs are kept
 * @param threads partitions extracted at a time; 0 for the number of processors
 * @param chunkSize most documents in a transaction
 * @param partition how the manifest is cut
 * @param limits what a document or a container may cost
 * @param records what fields of records are called
 * @param extraction what the job knows of its papers
 * @param validation rules and what each does
 * @param csv how CSV is written
 * @param quality when a field that is filled less often than before is worth a word
 * @param metrics where the numbers of a run go
 * @param webhook who is told of the end of a run
 * @param log how the log is written
 */
public record JobSettings(
    @NotEmpty List<@NotBlank String> input,
    String archive,
    SelectSettings select,
    @NotEmpty List<@NotBlank @Written(Form.PATH_PATTERN) String> include,
    List<@NotBlank @Written(Form.PATH_PATTERN) String> exclude,
    @Min(0) @Max(365L * 86_400) int minAge,
    @NotNull Removed removed,
    @DecimalMin(value = "0", message = "must be between 0 and 1")
        @DecimalMax(value = "1", message = "must be between 0 and 1")
        double removedLimit,
    @NotBlank String output,
    DatabaseSettings database,
    @Min(0) @Max(256) int threads,
    @Min(1) @Max(10_000) int chunkSize,
    @Valid PartitionSettings partition,
    @Valid LimitSettings limits,
    @Valid RecordSettings records,
    @Valid ExtractionSettings extraction,
    @Valid ValidationSettings validation,
    @Valid CsvSettings csv,
    @Valid QualitySettings quality,
    @Valid MetricsSettings metrics,
    @Valid WebhookSettings webhook,
    @Valid LogSettings log) {

  /** YAML reads a value that is left empty as null. */
  public JobSettings {
    archive = archive == null ? "" : archive.strip();
    input = List.copyOf(input);
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
  }

  /** What opens the containers of the input. */
  public Containers containers() {
    return new Containers(limits.container().with(limits.documentBytes()), records.fields());
  }

  /** These settings with another selection. */
  public JobSettings with(SelectSettings selection) {
    return new JobSettings(
        input,
        archive,
        selection,
        include,
        exclude,
        minAge,
        removed,
        removedLimit,
        output,
        database,
        threads,
        chunkSize,
        partition,
        limits,
        records,
        extraction,
        validation,
        csv,
        quality,
        metrics,
        webhook,
        log);
  }

  /**
   * These settings without what concerns no run: whom a process tells, and how exports are written.
   * A run that is resumed tells those that the job names by then, and an address may hold a secret
   * that has no place in a database.
   */
  public JobSettings ofRun() {
    return new JobSettings(
        input,
        archive,
        select,
        include,
        exclude,
        minAge,
        removed,
        removedLimit,
        output,
        database,
        threads,
        chunkSize,
        partition,
        limits,
        records,
        extraction,
        validation,
        csv.ofRun(),
        quality,
        MetricsSettings.NONE,
        WebhookSettings.NONE,
        log);
  }

  /** What becomes of the rows of a file that is gone from the input. */
  public enum Removed {
    /** They stay current as if the file were still there. */
    KEEP,
    /** They stay in the tables and are current no more. */
    MARK,
    /** They are deleted from the tables once they are current no more. */
    DELETE
  }

  /**
   * Where rows and the state of runs are kept. The password has no place here: it comes from the
   * environment alone.
   *
   * @param url JDBC URL, empty for the embedded database
   * @param user role, empty for the one that the URL or the driver names
   */
  public record DatabaseSettings(String url, String user) {

    /** The database below the output folder. */
    public static final DatabaseSettings EMBEDDED = new DatabaseSettings("", "");

    /** YAML reads a value that is left empty as null. */
    public DatabaseSettings(@Nullable String url, @Nullable String user) {
      this.url = url == null ? "" : url.strip();
      this.user = user == null ? "" : user.strip();
    }
  }

  /**
   * How the manifest is cut.
   *
   * @param files files a partition
   * @param bytes bytes a partition
   */
  public record PartitionSettings(@Min(1) int files, @Min(1) long bytes) {}

  /**
   * What one document may cost, and one container.
   *
   * @param documentBytes longer documents are rejected unread
   * @param documentSeconds documents that take longer are given up; at least 60, so that no machine
   *     is too slow for an ordinary one
   * @param container what unpacking may cost
   * @param page what parsing may cost
   */
  public record LimitSettings(
      @Min(1) @Max(1L << 30) long documentBytes,
      @Min(60) @Max(86_400) int documentSeconds,
      @Valid ContainerSettings container,
      @Valid PageLimits page) {}

  /**
   * How CSV is written. All but the guard is about exports alone: files of runs have one form,
   * since the bodies of their articles are read again from where they stand.
   *
   * @param formulaGuard whether text cells are kept from being run as a formula
   * @param bom whether exported files start with a byte order mark
   * @param gzip whether exported files are packed
   * @param maxCell longest cell of exported text in UTF-16 code units; 0 for any length
   */
  public record CsvSettings(boolean formulaGuard, boolean bom, boolean gzip, @Min(0) int maxCell) {

    /** What is about runs, the rest as if nothing were said. */
    CsvSettings ofRun() {
      return new CsvSettings(formulaGuard, false, false, 0);
    }
  }

  /** What a job file that says nothing means. */
  public static JobSettings defaults() {
    return new JobSettings(
        List.of("input"),
        "",
        SelectSettings.NONE,
        List.of("*"),
        List.of(".*", "*.part", "*.tmp", "__MACOSX", "Thumbs.db"),
        0,
        Removed.MARK,
        0.05,
        "output",
        DatabaseSettings.EMBEDDED,
        0,
        200,
        new PartitionSettings(1_000, 16L << 20),
        new LimitSettings(16L << 20, 60, ContainerSettings.defaults(), PageLimits.defaults()),
        RecordSettings.NONE,
        ExtractionSettings.NONE,
        ValidationSettings.defaults(),
        new CsvSettings(true, false, false, 0),
        QualitySettings.defaults(),
        MetricsSettings.NONE,
        WebhookSettings.NONE,
        LogSettings.DEFAULTS);
  }
}
