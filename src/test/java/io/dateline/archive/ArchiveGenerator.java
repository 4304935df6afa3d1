package io.dateline.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/** Writes archives of invented articles: the same seed, mix and number give the same files. */
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

  private static final String[] FACTS = {
    "Residents of the quarter had asked for %s since the spring, and the committee heard %d of"
        + " them before it wrote its report of %d pages.",
    "The treasurer set %2$d million aside for %1$s and warned that %3$d households would pay more.",
    "Work on %s stopped for %d days last winter, when the river stood %d centimetres high.",
    "A survey of %2$d streets found that few people there had ever heard of %1$s, while %3$d had"
        + " signed against it.",
    "Engineers who looked at %s for %d weeks counted %d faults, most of them old."
  };

  private final Random random;
  private final Mix mix;

  /** A generator of this seed and of the usual mix. */
  public ArchiveGenerator(long seed) {
    this(seed, Mix.USUAL);
  }

  /** A generator of this seed and mix. */
  public ArchiveGenerator(long seed, Mix mix) {
    this.random = new Random(seed);
    this.mix = mix;
  }

  /**
   * What an archive is made of.
   *
   * @param rejected of a thousand documents, how many are to be rejected
   * @param html of a thousand, how many are HTML, about
   * @param storyBytes least length of a story; each has two quotes
   * @param pageBytes least length of a page, most of it furniture: links, styles and scripts
   */
  public record Mix(int rejected, int html, int storyBytes, int pageBytes) {

    /** Short stories of some 700 bytes on plain pages. */
    public static final Mix USUAL = new Mix(50, 250, 0, 0);
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
    int kind = random.nextInt(1000);
    if (kind < mix.rejected()) {
      return document(name + ".txt", kind % 2 == 0 ? "" : "404 Not Found\n");
    }
    return kind < mix.rejected() + mix.html()
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
        + "T08:30:00Z\">"
        + furniture(0.6, ".tile-%d .link-%1$d{margin:0 auto;color:#20%1$d}", "<style>", "</style>")
        + "</head><body><nav><a href=\"/\">Home</a> <a href=\"/w\">World</a></nav>"
        + "<article><h1>"
        + headline
        + "</h1><p>"
        + story(number, "</p><p>")
        + "</p></article>"
        + furniture(
            0.4,
            "<li class=\"tile tile-%d\"><a class=\"link\" href=\"/city/%1$d\">More of it: %1$d</a></li>",
            "<aside><ul>",
            "</ul></aside>")
        + "<footer>Contact us</footer></body></html>";
  }

  /** So much of a page's length in pieces that differ by their number. */
  private String furniture(double share, String piece, String before, String after) {
    long bytes = Math.round((mix.pageBytes() - mix.storyBytes()) * share);
    if (bytes <= 0) {
      return "";
    }
    StringBuilder out = new StringBuilder(before);
    while (out.length() < bytes) {
      out.append(String.format(Locale.ROOT, piece, random.nextInt(10_000)));
    }
    return out.append(after).toString();
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
    for (int i = 0; i < more || story.length() < mix.storyBytes(); i++) {
      String fact = i < more ? FACTS[0] : FACTS[random.nextInt(FACTS.length)];
      story
          .append(paragraphBreak)
          .append(
              String.format(
                  Locale.ROOT,
                  fact,
                  pick(TOPICS),
                  10 + random.nextInt(80),
                  100 + random.nextInt(900)));
    }
    return story
        .append(paragraphBreak)
        .append(surname)
        .append(" called the plan \"a modest beginning\" and promised a second vote next year.")
        .toString();
  }
}
