package io.dateline.output;

import java.util.List;

/**
 * A file of a run or an export, as {@code datapackage.json} lists it; CSV is written in {@link
 * CsvTable#FORMAT}.
 *
 * @param path below the folder of {@code datapackage.json}, with {@code /}
 * @param form what it is
 * @param name unique in the package; lower-case letters, digits, {@code .}, {@code _} and {@code -}
 * @param title a few words
 * @param description sentences, in Markdown
 * @param fields the columns in the order of the file
 * @param primaryKey columns that tell the rows apart and are never empty; none if it has no such
 * @param rows rows without the header
 * @param bytes size of the file
 * @param sha256 64 lower-case hex digits over the file's bytes
 */
public record PackagedFile(
    String path,
    FileForm form,
    String name,
    String title,
    String description,
    List<FieldDescription> fields,
    List<String> primaryKey,
    List<ForeignKey> foreignKeys,
    long rows,
    long bytes,
    String sha256) {

  public PackagedFile {
    fields = List.copyOf(fields);
    primaryKey = List.copyOf(primaryKey);
    foreignKeys = List.copyOf(foreignKeys);
  }
}
