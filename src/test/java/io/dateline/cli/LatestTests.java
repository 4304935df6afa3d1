package io.dateline.cli;

import static io.dateline.cli.Nights.story;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whoever reads through {@code latest} sees a whole run at every moment. */
class LatestTests {

  /**
   * Opens the files through the link again and again until told to stop, and prints how often, or
   * what was missing. A file is whole if it ends in CRLF, run.json if it ends in a brace.
   */
  private static final String READER =
      """
      reads=0
      while [ ! -e "$2" ]; do
        for file in articles.csv quotes.csv rejections.csv run.json summary/articles_by_day.csv; do
          end=$(tail -c 2 "$1/$file" 2>/dev/null | od -A n -t x1 | tr -d ' \n')
          case $file:$end in
            *.csv:0d0a | run.json:7d0a) reads=$((reads + 1)) ;;
            *) echo "missing or half: $file [$end]"; exit 1 ;;
          esac
        done
      done
      echo "$reads reads"
      """;

  @TempDir Path folder;

  @Test
  @Timeout(300)
  void whileRunsArePublished() throws Exception {
    Nights nights = Nights.in(folder);
    nights.file("first.txt", story("Accra", "Ama Mensah", "We have seen owners come and go"));
    nights.run("2020-01-01");
    Path stop = folder.resolve("stop");
    Process reader =
        new ProcessBuilder(
                "sh", "-c", READER, "reader", nights.latest().toString(), stop.toString())
            .redirectErrorStream(true)
            .start();

    for (int night = 2; night <= 6; night++) {
      nights.file(night + ".txt", story("Bergen", "Nils Aune", "Boat number " + night + " it is"));
      nights.run(String.format(Locale.ROOT, "2020-01-%02d", night));
    }
    Files.createFile(stop);
    String said = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(reader.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(said).as(said).containsPattern("^[1-9][0-9]+ reads");
    assertThat(Files.readSymbolicLink(nights.latest())).hasToString("2020-01-06-0006");
  }
}
