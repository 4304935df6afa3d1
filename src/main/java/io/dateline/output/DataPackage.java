package io.dateline.output;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files of a run or an export as a <a
 * href="https://datapackage.org/standard/data-package/">Data Package</a> of version 2, each with
 * its Table Schema.
 *
 * <p>Beside the standard's own properties there are {@code formula_guard} of the package and {@code
 * max_cell} of one whose text was to be cut, {@code rowCount} of a file and {@code byte_order_mark}
 * of one that starts with it, since the standard has none for them, and {@code separator} of a
 * column whose cells may hold several values.
 *
 * @param name lower-case letters, digits, {@code .}, {@code _} and {@code -}
 * @param title a few words
 * @param description sentences, in Markdown; what is true of every package is added
 * @param version version of the program
 * @param created when the run began, RFC 3339
 * @param formulaGuard whether text cells are guarded as {@link FormulaGuard} has it
 * @param cut the text that was cut; null where none was to be
 * @param files the files in the order in which they are listed
 */
public record DataPackage(
    String name,
    String title,
    String description,
    String version,
    String created,
    boolean formulaGuard,
    @Nullable Cut cut,
    List<PackagedFile> files) {

  /**
   * Text that was cut.
   *
   * @param limit longest cell
   * @param cells how many were longer
   */
  public record Cut(CellLimit limit, long cells) {}

  /** The schema that a descriptor of version 2 names. */
  public static final String PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json";

  /** The same for a file: readers ask it which version of the standard the file follows. */
  static final String RESOURCE_PROFILE = "https://datapackage.org/profiles/2.0/dataresource.json";

  /** What a guarded cell begins with: a reader takes one apostrophe off. */
  static final String GUARDED = "^'+[=+\\-@\\t\\r]";

  /** What stands between two values of one cell. */
  static final String SEPARATOR = "; ";

  /** A blank line lets the first paragraph serve as a summary. */
  private static final String EVERY_PACKAGE =
      "\n\nAn empty cell means: not found. Several values in one cell are joined by `; `, and a"
          + " semicolon inside a value has become a comma. Inside a cell a line break is a single"
          + " line feed. `rowCount` of a file is its number of rows without the header.";

  private static final String GUARD_ON =
      "Text cells are guarded against being run as a formula by a spreadsheet: a reader takes one"
          + " apostrophe off each cell that matches `"
          + GUARDED
          + "` and has the text as it was. Numbers, dates and ids are exempt.";

  private static final String GUARD_OFF =
      "Text cells are not guarded against being run as a formula by a spreadsheet: every cell is"
          + " the text as it was.";

  /** The same bytes on every machine: the printer's default takes the system's line ends. */
  private static final DefaultPrettyPrinter PRINTER =
      new DefaultPrettyPrinter(
              Separators.createDefaultInstance()
                  .withObjectNameValueSpacing(Separators.Spacing.AFTER))
          .withObjectIndenter(new DefaultIndenter("  ", "\n"));

  private static final JsonMapper JSON = JsonMapper.builder().defaultPrettyPrinter(PRINTER).build();

  public DataPackage {
    files = List.copyOf(files);
  }

  /** The text of {@code datapackage.json}: two spaces a level, a line feed at the end. */
  public String descriptor() {
    Map<String, Object> descriptor = new LinkedHashMap<>();
    descriptor.put("$schema", PROFILE);
    descriptor.put("name", name);
    descriptor.put("title", title);
    descriptor.put(
        "description",
        description
            + EVERY_PACKAGE
            + " "
            + (formulaGuard ? GUARD_ON : GUARD_OFF)
            + (cut == null ? "" : " " + cut(cut.limit())));
    descriptor.put("version", version);
    descriptor.put("created", created);
    descriptor.put("formula_guard", guard());
    if (cut != null) {
      descriptor.put("max_cell", maxCell(cut));
    }
    descriptor.put("resources", files.stream().map(DataPackage::resource).toList());
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(descriptor) + "\n";
  }

  private Map<String, Object> guard() {
    Map<String, Object> guard = new LinkedHashMap<>();
    guard.put("enabled", formulaGuard);
    if (formulaGuard) {
      guard.put("guarded", GUARDED);
    }
    guard.put("description", formulaGuard ? GUARD_ON : GUARD_OFF);
    return guard;
  }

  private static Map<String, Object> maxCell(Cut cut) {
    Map<String, Object> maxCell = new LinkedHashMap<>();
    maxCell.put("characters", cut.limit().characters());
    maxCell.put("mark", CellLimit.MARK);
    maxCell.put("cells_cut", cut.cells());
    maxCell.put("description", cut(cut.limit()));
    return maxCell;
  }

  private static String cut(CellLimit limit) {
    return "Text cells longer than "
        + limit.characters()
        + " characters, counted in UTF-16 code units, are cut and end in `"
        + CellLimit.MARK
        + "`.";
  }

  private static Map<String, Object> resource(PackagedFile file) {
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("$schema", RESOURCE_PROFILE);
    resource.put("name", file.name());
    resource.put("path", file.path());
    resource.put("type", "table");
    resource.put("title", file.title());
    resource.put("description", file.description());
    boolean csv = file.form().format() == FileForm.Format.CSV;
    resource.put("format", csv ? "csv" : "parquet");
    resource.put("mediatype", csv ? "text/csv" : "application/vnd.apache.parquet");
    if (csv) {
      resource.put("encoding", "utf-8");
    }
    if (file.form().byteOrderMark()) {
      resource.put("byte_order_mark", true);
    }
    if (file.form().gzip()) {
      resource.put("compression", "gz");
    }
    resource.put("bytes", file.bytes());
    resource.put("hash", "sha256:" + file.sha256());
    resource.put("rowCount", file.rows());
    if (csv) {
      resource.put("dialect", dialect());
    }
    resource.put("schema", schema(file));
    return resource;
  }

  /** {@link CsvTable#FORMAT} in the words of Table Dialect. */
  private static Map<String, Object> dialect() {
    Map<String, Object> dialect = new LinkedHashMap<>();
    dialect.put("header", true);
    dialect.put("delimiter", ",");
    dialect.put("lineTerminator", "\r\n");
    dialect.put("quoteChar", "\"");
    dialect.put("doubleQuote", true);
    dialect.put("skipInitialSpace", false);
    return dialect;
  }

  private static Map<String, Object> schema(PackagedFile file) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("fields", file.fields().stream().map(DataPackage::field).toList());
    schema.put("missingValues", List.of(""));
    if (!file.primaryKey().isEmpty()) {
      schema.put("primaryKey", file.primaryKey());
    }
    if (!file.foreignKeys().isEmpty()) {
      schema.put("foreignKeys", file.foreignKeys().stream().map(DataPackage::foreignKey).toList());
    }
    return schema;
  }

  private static Map<String, Object> field(FieldDescription description) {
    Map<String, Object> field = new LinkedHashMap<>();
    field.put("name", description.name());
    field.put("type", description.type());
    field.put("description", description.description());
    if (description.severalValues()) {
      field.put("separator", SEPARATOR);
    }
    if (!description.constraints().isEmpty()) {
      field.put("constraints", description.constraints());
    }
    if (description.rdfType() != null) {
      field.put("rdfType", description.rdfType());
    }
    return field;
  }

  private static Map<String, Object> foreignKey(ForeignKey key) {
    Map<String, Object> reference = new LinkedHashMap<>();
    reference.put("resource", key.resource());
    reference.put("fields", key.referenceFields());
    Map<String, Object> foreignKey = new LinkedHashMap<>();
    foreignKey.put("fields", key.fields());
    foreignKey.put("reference", reference);
    return foreignKey;
  }
}
