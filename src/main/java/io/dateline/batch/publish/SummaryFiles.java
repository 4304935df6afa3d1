package io.dateline.batch.publish;

import io.dateline.batch.run.JoinedFile;
import io.dateline.output.CsvTable;
import io.dateline.output.FieldDescription;
import io.dateline.output.FileForm;
import io.dateline.output.PackagedFile;
import io.dateline.summary.Summary;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Describes the files below {@code summary/} for {@code datapackage.json}. */
final class SummaryFiles {

  private static final String FOLDER = "summary";
  private static final String ENDING = ".csv";

  private SummaryFiles() {}

  /** The summaries in a staging folder, by their names; none if it has no such folder. */
  static List<PackagedFile> in(Path staging) throws IOException {
    Path folder = staging.resolve(FOLDER);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> paths;
    try (Stream<Path> entries = Files.list(folder)) {
      paths =
          entries
              .filter(path -> path.getFileName().toString().endsWith(ENDING))
              .filter(Files::isRegularFile)
              .sorted()
              .toList();
    }
    Map<String, Summary> known =
        Arrays.stream(Summary.values())
            .collect(Collectors.toMap(Summary::label, s -> s, (a, b) -> a, HashMap::new));
    List<PackagedFile> files = new ArrayList<>();
    for (Path path : paths) {
      String file = path.getFileName().toString();
      String label = file.substring(0, file.length() - ENDING.length());
      Summary summary = known.get(label);
      JoinedFile counted = CsvDigest.of(path);
      files.add(
          new PackagedFile(
              FOLDER + "/" + file,
              FileForm.CSV,
              FOLDER + "-" + label,
              "Summary: " + label.replace('_', ' '),
              "Counts over the archive as it stands once this run is published, not over this run"
                  + " alone.",
              summary == null ? header(path) : fields(summary),
              List.of(),
              List.of(),
              counted.rows(),
              counted.bytes(),
              counted.sha256()));
    }
    return files;
  }

  private static List<FieldDescription> fields(Summary summary) {
    List<FieldDescription> fields = new ArrayList<>();
    for (String key : summary.keyColumns()) {
      fields.add(
          FieldDescription.of(
              key,
              "string",
              "A value that the counted rows share; empty for those that have none."));
    }
    List<String> counts = summary.countColumns();
    fields.add(
        FieldDescription.ofCount(
            counts.get(0), "How many " + counts.get(0) + " of the archive have these values."));
    if (counts.size() > 1) {
      fields.add(FieldDescription.ofCount(counts.get(1), second(summary.second())));
    }
    return fields;
  }

  private static String second(Summary.Second second) {
    return second == Summary.Second.FILLED
        ? "In how many of them the field is filled."
        : "How many distinct texts (content_sha256) the articles among them, or around them, have.";
  }

  /** A file that nobody has described is at least text in columns. */
  private static List<FieldDescription> header(Path path) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(path);
        CSVParser parser = CsvTable.FORMAT.parse(reader)) {
      for (CSVRecord header : parser) {
        return header.stream().map(name -> FieldDescription.of(name, "string", name)).toList();
      }
    }
    throw new IOException(path + " has no header");
  }
}
