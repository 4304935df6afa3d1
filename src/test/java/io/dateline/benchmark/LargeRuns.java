package io.dateline.benchmark;

import io.dateline.article.EntryId;
import io.dateline.output.ArticleColumn;
import io.dateline.output.CsvTable;
import io.dateline.output.PackagedTable;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Writes two folders as two runs over the same archive would leave them, faster than any run: in
 * the second a share of the articles has another date, body or speaker. For {@code dateline diff}.
 */
@Command(name = "LargeRuns", mixinStandardHelpOptions = true)
public final class LargeRuns implements Callable<Integer> {

  private static final int ENTRIES_OF_A_FILE = 500;

  @Parameters(index = "0", description = "Where the folders `old` and `new` go.")
  private Path folder;

  @Option(names = "--articles", description = "Articles of each: ${DEFAULT-VALUE}.")
  private long articles = 500_000;

  @Option(names = "--changed", description = "Share that has changed: ${DEFAULT-VALUE}.")
  private double changed = 0.01;

  @Option(names = "--paragraphs", description = "Of 450 letters, in a body: ${DEFAULT-VALUE}.")
  private int paragraphs = 6;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new LargeRuns()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    write(folder.resolve("old"), 0);
    write(folder.resolve("new"), changed);
    return 0;
  }

  private void write(Path to, double share) throws IOException {
    Files.createDirectories(to);
    Random random = new Random(7);
    String paragraph = paragraph(random);
    try (OutputStream rows = open(to, PackagedTable.ARTICLES);
        OutputStream quotes = open(to, PackagedTable.QUOTES);
        OutputStream rejections = open(to, PackagedTable.REJECTIONS)) {
      for (long i = 0; i < articles; i++) {
        String path = String.format(Locale.ROOT, "%07d.wet", i / ENTRIES_OF_A_FILE);
        String entry = String.valueOf(i % ENTRIES_OF_A_FILE * 4_096);
        if (i % 97 == 0) {
          line(
              rejections,
              "news",
              path,
              entry,
              "",
              "extract",
              "NOT_AN_ARTICLE",
              "no story",
              9,
              false);
          continue;
        }
        String id = new EntryId("news", path, entry).articleId();
        int change = random.nextDouble() < share ? random.nextInt(3) : -1;
        rows.write(article(id, path, entry, i, change, paragraph));
        for (int q = 0; q < 2; q++) {
          String speaker = change == 2 && q == 1 ? "" : "Ada Moss";
          line(
              quotes,
              id,
              q,
              2 + q,
              9,
              40,
              "We wait for day " + i,
              speaker,
              "Moss",
              "",
              "said",
              "direct");
        }
      }
    }
  }

  private static String paragraph(Random random) {
    StringBuilder text = new StringBuilder();
    while (text.length() < 450) {
      text.append("harbour council, ferry tide quay ".substring(random.nextInt(20))).append(' ');
    }
    return text.toString();
  }

  private byte[] article(
      String id, String path, String entry, long i, int change, String paragraph) {
    StringBuilder body = new StringBuilder();
    for (int p = 0; p < paragraphs; p++) {
      body.append(p == 0 ? "" : "\n\n")
          .append(p)
          .append(' ')
          .append(i)
          .append(' ')
          .append(paragraph);
    }
    if (change == 1) {
      body.insert(body.length() / 2, " Read more: ferries ");
    }
    List<Object> cells = new ArrayList<>();
    for (ArticleColumn column : ArticleColumn.values()) {
      cells.add(
          switch (column) {
            case ARTICLE_ID -> id;
            case COLLECTION -> "news";
            case SOURCE_PATH -> path;
            case ENTRY_NAME -> entry;
            case URL -> "https://paper" + i % 40 + ".example/story/" + i;
            case PUBLISHER -> "Paper " + i % 40;
            case HEADLINE -> "Council votes on ferry number " + i;
            case DATE_PUBLISHED ->
                change == 0
                    ? ""
                    : String.format(Locale.ROOT, "2016-%02d-%02d", 1 + i % 12, 1 + i % 28);
            case DATELINE -> "HANOI, Dec. 21 (AFP)";
            case DATELINE_PLACE -> "Hanoi";
            case PROVIDER -> "AFP";
            case IN_LANGUAGE -> "en";
            case ABSTRACT -> paragraph.substring(0, 150);
            case ARTICLE_BODY -> body;
            case WORD_COUNT -> 430;
            case CONTENT_SHA256 -> id + id;
            default -> "";
          });
    }
    return bytes(cells.toArray());
  }

  private static OutputStream open(Path folder, PackagedTable table) throws IOException {
    OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(folder.resolve(table.fileName())), 1 << 20);
    out.write(table.header());
    return out;
  }

  private static void line(OutputStream out, Object... cells) throws IOException {
    out.write(bytes(cells));
  }

  private static byte[] bytes(Object... cells) {
    return (CsvTable.FORMAT.format(cells) + CsvTable.FORMAT.getRecordSeparator())
        .getBytes(StandardCharsets.UTF_8);
  }
}
