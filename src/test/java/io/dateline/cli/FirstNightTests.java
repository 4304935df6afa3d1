package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The ten lines of docs/operations.md set up a nightly job from nothing. */
class FirstNightTests {

  private static final Pattern LINES = Pattern.compile("```sh\n(mkdir[^`]*)```");

  @TempDir Path folder;

  @Test
  @Timeout(300)
  void isSetUpByTheTenLinesOfTheManual() throws Exception {
    Path program = Files.createDirectories(folder.resolve("opt"));
    Files.createSymbolicLink(program.resolve("input"), Path.of("input").toAbsolutePath());
    Files.writeString(
        program.resolve("dateline"),
        "#!/bin/sh\nexec \"$JAVA\" -XX:TieredStopAtLevel=1 -Ddateline.home=\"$PROJECT\" "
            + ProgramInJars.options(DatelineProcess.javaHome()).stream()
                .map(option -> "'" + option + "'")
                .collect(Collectors.joining(" "))
            + " io.dateline.cli.DatelineApplication \"$@\"\n");
    assertThat(program.resolve("dateline").toFile().setExecutable(true)).isTrue();
    Path cron = Files.createDirectories(folder.resolve("cron"));
    String lines =
        lines()
            .replace("/opt/dateline", program.toString())
            .replace("/srv/news", folder.resolve("news").toString())
            .replace("/var/lib/dateline", folder.resolve("lib").toString())
            .replace("/etc/cron.d", cron.toString());
    ProcessBuilder shell =
        new ProcessBuilder("sh", "-e", "-c", lines)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said.txt").toFile());
    shell.environment().put("LC_ALL", "C.UTF-8");
    shell.environment().put("PROJECT", Path.of("").toAbsolutePath().toString());
    shell.environment().put("JAVA", DatelineProcess.javaHome().resolve("bin/java").toString());

    Process process = shell.start();
    assertThat(process.waitFor(240, TimeUnit.SECONDS)).isTrue();
    String said = Files.readString(folder.resolve("said.txt"), StandardCharsets.UTF_8);

    assertThat(process.exitValue()).as(said).isZero();
    assertThat(said).contains("Nothing was done.", "A trial of 3 entries", "PUBLISHED");
    Path job = folder.resolve("lib/news");
    assertThat(JobRun.csv(job.resolve("export/articles.csv")))
        .isNotEmpty()
        .isEqualTo(JobRun.csv(job.resolve("latest/articles.csv")));
    assertThat(Files.readString(cron.resolve("dateline"))).startsWith("30 2 * * * dateline ");
  }

  @Test
  void isNoLongerThanTenLines() throws Exception {
    assertThat(lines().lines()).hasSize(10);
  }

  private static String lines() throws Exception {
    Matcher lines = LINES.matcher(Files.readString(Path.of("docs/operations.md")));
    assertThat(lines.find()).isTrue();
    return lines.group(1);
  }
}
