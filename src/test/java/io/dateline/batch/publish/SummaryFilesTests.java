package io.dateline.batch.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.batch.run.JoinedFile;
import io.dateline.output.FieldDescription;
import io.dateline.output.PackagedFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryFilesTests {

  @TempDir Path staging;

  @Test
  void countsRowsAndNotTheLineBreaksInsideQuotes() throws Exception {
    Path file =
        Files.writeString(
            staging.resolve("x.csv"),
            "a,b\r\n\"one\n\"\"two\"\"\r\n,\",1\r\n\"" + "\n".repeat(200_000) + "\",2\r\n");

    JoinedFile counted = CsvDigest.of(file);

    assertThat(counted.rows()).isEqualTo(2);
    assertThat(counted.bytes()).isEqualTo(Files.size(file));
  }

  @Test
  void describesAKnownSummaryAsValuesAndTheirCounts() throws Exception {
    summary(
        "articles_by_provider.csv",
        "provider,articles,distinct_texts\r\nAP,3,2\r\nReuters,4,4\r\n");

    PackagedFile file = SummaryFiles.in(staging).get(0);

    assertThat(file.path()).isEqualTo("summary/articles_by_provider.csv");
    assertThat(file.name()).isEqualTo("summary-articles_by_provider");
    assertThat(file.rows()).isEqualTo(2);
    assertThat(file.fields())
        .extracting(FieldDescription::name)
        .containsExactly("provider", "articles", "distinct_texts");
    assertThat(file.fields())
        .extracting(FieldDescription::type)
        .containsExactly("string", "integer", "integer");
    assertThat(file.fields().get(1).constraints()).containsEntry("minimum", 0);
  }

  @Test
  void describesAFileThatNobodyKnowsAsTextByItsHeader() throws Exception {
    summary("by_moon.csv", "moon,\"a \"\"b\"\"\"\r\nfull,1\r\n");
    summary("articles_by_month.csv", "month_published,articles,distinct_texts\r\n");
    summary("note.txt", "no table");

    List<PackagedFile> files = SummaryFiles.in(staging);

    assertThat(files)
        .extracting(PackagedFile::name)
        .containsExactly("summary-articles_by_month", "summary-by_moon");
    assertThat(files.get(1).fields())
        .extracting(field -> field.name() + " " + field.type())
        .containsExactly("moon string", "a \"b\" string");
  }

  private void summary(String name, String text) throws Exception {
    Files.writeString(Files.createDirectories(staging.resolve("summary")).resolve(name), text);
  }
}
