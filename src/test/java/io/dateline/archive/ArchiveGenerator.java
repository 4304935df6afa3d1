package io.dateline.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/**
 * Writes archives of invented articles: the same seed and number give the same files. About one in
 * twenty is to be rejected, one in four is HTML.
 */
public final class ArchiveGenerator {

  private static final String[] PLACES = {
    "ACCRA", "LIMA", "OSLO", "HANOI", "QUITO", "PERTH", "LAGOS", "VIENNA"
  };
  private static final String[] AGENCIES = {"Reuters", "AP", "AFP", "Xinhua"};
  private static final String[] GIVEN = {"Amara", "Jonas", "Lucia", "Henrik", "Mei", "Tomas"};
  private static final String[] SURNAMES = {"Okafor", "Lindqvist", "Paredes", "Halloran", "Sato"};
  private static final String[] TOPICS = {
    "the new tramway", "the harbour dredging", "the school calendar", "the flood barrier",
    "the night market", "the library roof", "the river ferry", "the grain silo"
  };
  private static final String[] MONTHS = {
    "Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."
  };

  private final Random random;

  /** A generator of this seed. */
  public ArchiveGenerator(long seed) {
    this.random = new Random(seed);
  }

  /**
   * A generated document.
   *
   * @param name its path, a thousand to a folder
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Document(String name, byte[] content) {}

  /** The next document: its number from 0 tells its name, and its place in the seed the rest. */
  public Document next(int number) {
    String name = String.format(Locale.ROOT, "%04d/%07d", number / 1000, number);
    int kind = random.nextInt(40);
    if (kind == 0) {
      return new Document(name + ".txt", new byte[0]);
    }
    if (kind == 1) {
      return document(name + ".txt", "404 Not Found\n");
    }
    return kind < 12
        ? document(name + ".html", html(number))
        : document(name + ".txt", text(number));
  }

  private static Document document(String name, String content) {
    return new Document(name, content.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes articles below a folder. */
  public void write(Path folder, int articles) throws IOException {
    for (int i = 0; i < articles; i++) {
      Document document = next(i);
      Path file = folder.resolve(document.name());
      if (i % 1000 == 0) {
        Files.createDirectories(file.getParent());
      }
      Files.write(file, document.content());
    }
  }

  private String pick(String[] from) {
    return from[random.nextInt(from.length)];
  }

  private String text(int number) {
    String headline = headline(number);
    int month = random.nextInt(12);
    int day = 1 + random.nextInt(28);
    return headline
        + "\n\n"
        + headline
        + "\nPublished: \n"
        + day
        + " "
        + MONTHS[month].replace(".", "")
        + " 2014\n\n"
        + pick(PLACES)
        + ", "
        + MONTHS[month]
        + " "
        + day
        + " ("
        + pick(AGENCIES)
        + ") -- "
        + story(number, "\n\n")
        + "\n\nAdd new comment\n";
  }

  private String html(int number) {
    String headline = headline(number);
    return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>"
        + headline
        + " | The Gazette</title><meta property=\"og:title\" content=\""
        + headline
        + "\"><meta property=\"article:published_time\" content=\"2014-0"
        + (1 + random.nextInt(9))
        + "-1"
        + random.nextInt(10)
        + "T08:30:00Z\"></head><body><nav><a href=\"/\">Home</a> <a href=\"/w\">World</a></nav>"
        + "<article><h1>"
        + headline
        + "</h1><p>"
        + story(number, "</p><p>")
        + "</p></article><footer>Contact us</footer></body></html>";
  }

  private String headline(int number) {
    return "Council number " + number + " votes on " + TOPICS[number % TOPICS.length];
  }

  private String story(int number, String paragraphBreak) {
    StringBuilder story = new StringBuilder();
    String name = pick(GIVEN) + " " + pick(SURNAMES);
    String surname = name.substring(name.indexOf(' ') + 1);
    String topic = TOPICS[number % TOPICS.length];
    story
        .append("The council approved ")
        .append(topic)
        .append(" on its ")
        .append(number)
        .append("th day of sitting, after a debate that went on well into the evening.")
        .append(paragraphBreak)
        .append("\"We have waited ")
        .append(2 + random.nextInt(30))
        .append(" years for this decision, and now the work can begin,\" said Mayor ")
        .append(name)
        .append(".");
    int more = 2 + random.nextInt(5);
    for (int i = 0; i < more; i++) {
      story
          .append(paragraphBreak)
          .append("Residents of the quarter had asked for ")
          .append(pick(TOPICS))
          .append(" since the spring, and the committee heard ")
          .append(10 + random.nextInt(80))
          .append(" of them before it wrote its report of ")
          .append(100 + random.nextInt(900))
          .append(" pages.");
    }
    return story
        .append(paragraphBreak)
        .append(surname)
        .append(" called the plan \"a modest beginning\" and promised a second vote next year.")
        .toString();
  }
}
