package io.dateline.page;

import com.ibm.icu.lang.UCharacter;
import io.dateline.article.Block.Region;
import io.dateline.article.Metadatum.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Dates and writers' names in elements whose class names or addresses call them so: {@code <span
 * class="post-date">}, {@code <a href="/author/ann-example">}. Such elements stand around the
 * teasers of other stories as well: those between the headline and the story's first paragraphs
 * count, and before the headline only what stands in the page's main part or calls itself the day
 * of publication.
 */
final class NamedElements {

  /** Longest text that is a date or a byline, in UTF-16 code units. */
  private static final int MAX_TEXT = 100;

  /** Shortest paragraph that is part of a story, in UTF-16 code units. */
  private static final int MIN_PROSE = 120;

  /** Paragraphs of a story behind which names and dates are other stories'. */
  private static final int MAX_PROSE = 2;

  /** Elements around another that are asked for their names. */
  private static final int MAX_UP = 8;

  /** Statements of one page; more are a list. */
  private static final int MAX_STATEMENTS = 40;

  private static final Map<String, Set<String>> WORDS = new HashMap<>();

  static {
    for (List<String> row : Resource.rows("named-elements.txt")) {
      WORDS.put(row.get(0), new HashSet<>(row.subList(1, row.size())));
    }
  }

  private record Statement(
      int place, String key, String property, String value, boolean early, boolean own) {}

  /** Different class attributes of one page whose words are kept. */
  private static final int MAX_KEPT = 1_000;

  /** What the words of a class attribute say. */
  private record Names(
      boolean date, boolean published, boolean modified, boolean author, boolean beside) {

    static Names of(String names) {
      List<String> parts = parts(names);
      return new Names(
          isAny("date", parts),
          isAny("published", parts),
          isAny("modified", parts),
          isAny("author", parts),
          isAny("beside", parts));
    }

    private static boolean isAny(String kind, List<String> parts) {
      Set<String> words = WORDS.getOrDefault(kind, Set.of());
      return parts.stream().anyMatch(words::contains);
    }
  }

  private final MetadataList metadata;

  /** What class attributes of this page say: most elements share theirs with others. */
  private final Map<String, Names> known = new HashMap<>();

  private final List<Statement> statements = new ArrayList<>();
  private final Map<String, String> cards = new HashMap<>();
  private @Nullable Element firstLink;
  private boolean headed;

  /** Statements that stood above the headline. */
  private int early;

  private int prose;

  NamedElements(MetadataList metadata) {
    this.metadata = metadata;
  }

  void enter(Element element, String tag, Set<Region> regions) {
    boolean elsewhere = Region.areBesideTheStory(regions);
    if (tag.equals("h1") && !elsewhere) {
      begin();
    } else if (tag.equals("p") && prose <= MAX_PROSE && isProse(element)) {
      prose++;
    }
    if (prose > MAX_PROSE
        || statements.size() - early >= MAX_STATEMENTS
        || elsewhere
        || tag.equals("body")
        || tag.equals("html")) {
      return;
    }
    boolean inStory = regions.contains(Region.ARTICLE) || regions.contains(Region.MAIN);
    if (tag.equals("a") && isWritersPage(element.attr("href")) && isWithFirst(element)) {
      add("a[href]", "author", ElementText.of(element), inStory);
    }
    if (element.hasAttr("class") && !tag.equals("time")) {
      named(element, inStory);
    }
  }

  /** A headline: what stands above the first one, links to writers too, is other stories'. */
  private void begin() {
    if (!headed) {
      headed = true;
      early = statements.size();
      firstLink = null;
      prose = 0;
    }
  }

  /** Takes in one of the pairs of label and value that a card for sharing shows. */
  void card(String name, String content) {
    cards.putIfAbsent(name, content);
  }

  /** Writes down what was found, once it is known whether the page has a headline. */
  void finish() {
    for (int i = 1; i <= 2; i++) {
      String label =
          UCharacter.toLowerCase(Locale.ROOT, cards.getOrDefault("twitter:label" + i, ""));
      if (is("label", label.strip().replace(' ', '_'))) {
        String key = "twitter:data" + i;
        metadata.add(Source.META, key, "author", cards.get(key));
      }
    }
    for (Statement one : statements) {
      if (!headed || !one.early() || one.own()) {
        metadata.add(one.place(), Source.ELEMENT, one.key(), one.property(), one.value());
      }
    }
  }

  /** Whether the link stands with the first one: further away are the writers of other stories. */
  private boolean isWithFirst(Element link) {
    if (ElementText.of(link).isBlank()) {
      return false;
    }
    if (firstLink == null) {
      firstLink = link;
    }
    Element parent = link.parent();
    Element first = firstLink.parent();
    return parent != null
        && first != null
        && (parent.equals(first)
            || (parent.parent() != null && parent.parent().equals(first.parent())));
  }

  /** Whether an element stands among what readers have written. */
  static boolean isInComments(Element element) {
    Element at = element;
    for (int up = 0; at != null && up < MAX_UP; up++) {
      if (at.hasAttr("class") || at.hasAttr("id")) {
        for (String part : parts(at.id() + ' ' + at.className())) {
          if (is("readers", part)) {
            return true;
          }
        }
      }
      at = at.parent();
    }
    return false;
  }

  private void named(Element element, boolean inStory) {
    String attribute = element.className();
    Names names = known.get(attribute);
    if (names == null) {
      names = Names.of(attribute);
      if (known.size() < MAX_KEPT) {
        known.put(attribute, names);
      }
    }
    if (names.author() && !names.beside() && !names.date()) {
      add("class", "author", ElementText.of(element), inStory);
    }
    if (names.date() || names.modified()) {
      String title = element.attr("title");
      String text = isIsoDay(title) ? title : ElementText.of(element);
      if (text.chars().anyMatch(UCharacter::isDigit)) {
        String property = names.modified() && !names.published() ? "dateModified" : "datePublished";
        add("class", property, text, names.published() || inStory);
      }
    }
  }

  private void add(String key, String property, String value, boolean own) {
    String text = value.strip();
    if (!text.isEmpty() && text.length() <= MAX_TEXT) {
      statements.add(new Statement(metadata.nextPlace(), key, property, text, !headed, own));
    }
  }

  private static boolean isProse(Element paragraph) {
    String text = ElementText.of(paragraph);
    // What is too long to be read as the text of one element is prose for certain.
    return text.isEmpty() ? paragraph.hasText() : text.strip().length() >= MIN_PROSE;
  }

  /** The words of class names: {@code post-date}, {@code postDate}, {@code post_date__xY1}. */
  private static List<String> parts(String names) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    int end = Math.min(names.length(), 200);
    for (int i = 0; i <= end; i++) {
      boolean letter = i < end && UCharacter.isLetter(names.charAt(i));
      boolean hump =
          letter
              && i > start
              && UCharacter.isUpperCase(names.charAt(i))
              && UCharacter.isLowerCase(names.charAt(i - 1));
      if (!letter || hump) {
        if (i > start) {
          parts.add(TextFolding.lowerCase(names.substring(start, i)));
        }
        start = hump ? i : i + 1;
      }
    }
    return parts;
  }

  private static boolean isIsoDay(String title) {
    return title.length() >= 10
        && title.length() <= 40
        && title.charAt(4) == '-'
        && title.charAt(7) == '-'
        && UCharacter.isDigit(title.charAt(0));
  }

  private static boolean isWritersPage(String address) {
    if (address.length() < 5 || address.length() > 300) {
      return false;
    }
    String lower = TextFolding.lowerCase(address);
    for (String word : WORDS.getOrDefault("page", Set.of())) {
      if (lower.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean is(String kind, String word) {
    return WORDS.getOrDefault(kind, Set.of()).contains(word);
  }
}
