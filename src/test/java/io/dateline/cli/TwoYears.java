package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** An archive of pages of two years, some in zips and one in none, which has been read once. */
final class TwoYears {

  private TwoYears() {}

  /** Makes it and reads it: six articles and a rejection. */
  static Nights in(Path folder) throws IOException {
    Nights nights = Nights.in(folder);
    Files.writeString(folder.resolve("jobs/reprocess.yml"), "archive: nightly\n");
    Map<String, String> mixed = new LinkedHashMap<>();
    mixed.put("accra.html", page("Accra", "2003-05-04", "Harbour Courier"));
    mixed.put("short.html", "<html><body><h1>Not much</h1><p>Really not.</p></body></html>");
    mixed.put("bergen.html", page("Bergen", "2004-02-01", "Fjord Times"));
    mixed.put("cork.html", page("Cork", "2003-11-30", "Fjord Times"));
    Zips.of(Files.createDirectories(nights.input().resolve("a")).resolve("mixed.zip"), mixed);
    Zips.of(
        nights.input().resolve("a/of-2004.zip"),
        Map.of("dakar.html", page("Dakar", "2004-06-06", "Harbour Courier")));
    nights.file("b/essen.html", page("Essen", "2003-01-01", "Harbour Courier"));
    nights.file("b/undated.html", page("Faro", "", "Harbour Courier"));
    JsonNode first = nights.run("2020-01-01");
    assertThat(first.get("articles").asInt()).isEqualTo(6);
    assertThat(first.get("rejections").asInt()).isEqualTo(1);
    return nights;
  }

  /** A page with two headings, of which the ordinary rules take the first. */
  static String page(String place, String date, String publisher) {
    return """
        <html lang=en><head><title>Ferry of %1$s</title>
        <meta property='og:site_name' content='%3$s'>
        %2$s</head><body><h1>Ferry of %1$s changes hands</h1><h3>%1$s: the new heading</h3>
        <p>%4$s (Reuters) - The ferry of %1$s has a new owner since Tuesday, the third within a decade, and the
        town council is to hear on Friday what becomes of the night boat and of its crew.</p>
        <p>"We have seen owners come and go," said Ama Mensah, who has run the ticket office at the old quay for
        longer than anybody remembers.</p></body></html>
        """
        .formatted(
            place,
            date.isEmpty() ? "" : "<meta property='article:published_time' content='" + date + "'>",
            publisher,
            place.toUpperCase(Locale.ROOT));
  }

  /** Words of a run that reads a selection again. */
  static Object[] reprocess(Nights nights, String date, Object... more) {
    return Stream.concat(
            Stream.of(
                "run",
                nights.input().resolveSibling("jobs/reprocess.yml"),
                "--input",
                nights.input(),
                "--output",
                nights.output(),
                "--date",
                date),
            Stream.of(more))
        .toArray();
  }
}
