package io.dateline.output;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The three tables of a run, with what {@code datapackage.json} says of them. */
public enum PackagedTable {
  ARTICLES(
      List.of(ArticleColumn.values()),
      "Articles",
      "One row an article, in the order of the input, in terms of https://schema.org/NewsArticle."
          + " An empty cell means that nothing was found.",
      List.of("article_id"),
      List.of()),
  QUOTES(
      List.of(QuoteColumn.values()),
      "Quotes",
      "One row a quotation, in the order of the articles and of their text, in terms of"
          + " https://schema.org/Quotation.",
      List.of("article_id", "quote_number"),
      List.of(new ForeignKey(List.of("article_id"), "articles", List.of("article_id")))),
  REJECTIONS(
      List.of(RejectionColumn.values()),
      "Rejections",
      "One row an entry of the input that is no article, and why. Rows have no key: a container"
          + " that breaks adds one of its own.",
      List.of(),
      List.of());

  @SuppressWarnings("ImmutableEnumChecker") // an immutable list of enum constants
  private final List<? extends Column<?>> columns;

  private final String title;
  private final String description;

  @SuppressWarnings("ImmutableEnumChecker") // immutable lists
  private final List<String> primaryKey;

  @SuppressWarnings("ImmutableEnumChecker") // immutable lists of records
  private final List<ForeignKey> foreignKeys;

  PackagedTable(
      List<? extends Column<?>> columns,
      String title,
      String description,
      List<String> primaryKey,
      List<ForeignKey> foreignKeys) {
    this.columns = columns;
    this.title = title;
    this.description = description;
    this.primaryKey = primaryKey;
    this.foreignKeys = foreignKeys;
  }

  /** The table's name in the database, in the package and, with an ending, as a file. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Name of its file in a run. */
  public String fileName() {
    return FileForm.CSV.fileName(this);
  }

  /** The first row of its file with its line end, in UTF-8. */
  public byte[] header() {
    return (CsvTable.header(columns) + CsvTable.FORMAT.getRecordSeparator())
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Descriptions of its columns in order. */
  public List<FieldDescription> fields() {
    return ColumnDescriptions.of(label());
  }

  /**
   * The table's file.
   *
   * @param form what it is
   * @param rows rows without the header
   * @param bytes size of the file
   * @param sha256 64 lower-case hex digits over the file's bytes
   */
  public PackagedFile file(FileForm form, long rows, long bytes, String sha256) {
    return new PackagedFile(
        form.fileName(this),
        form,
        label(),
        title,
        description,
        fields(),
        primaryKey,
        foreignKeys,
        rows,
        bytes,
        sha256);
  }
}
