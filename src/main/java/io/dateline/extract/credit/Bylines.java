package io.dateline.extract.credit;

import com.ibm.icu.lang.UCharacter;
import io.dateline.extract.place.Gazetteer;
import io.dateline.extract.text.Letters;
import io.dateline.extract.text.LowerCase;
import io.dateline.extract.text.WordLists;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Recognises lines that say who wrote the story: {@code By Ann Example and Ben Sample}, {@code Von
 * Anna Beispiel}, {@code Par Anne Exemple}, {@code By The Associated Press}.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Bylines {

  /** Longest line of an opening word and a name that no list knows, in UTF-16 code units. */
  private static final int MAX_OPENED = 40;

  /** Longest line that may be a byline, in UTF-16 code units. */
  static final int MAX_LENGTH = 160;

  /**
   * A byline.
   *
   * @param raw as printed
   * @param authors the people in it; empty if it names none
   * @param agency the agency in it, or empty
   */
  public record Byline(String raw, List<String> authors, Optional<String> agency) {
    public Byline {
      authors = List.copyOf(authors);
    }
  }

  /** The words that open a byline by their first characters, the longest first. */
  private final Map<Character, List<String>> words;

  private final Map<Character, List<String>> filedWords =
      byInitial(WordLists.lines(Bylines.class, "filed-words.txt"));
  private final PersonNames names;
  private final Agencies agencies;

  /** Bylines whose names these lists know. */
  public Bylines(PersonNames names, Agencies agencies) {
    this.names = names;
    this.agencies = agencies;
    List<String> longestFirst = new ArrayList<>();
    for (List<String> row : WordLists.table(Bylines.class, "byline-words.tsv", 2)) {
      longestFirst.add(row.get(1));
    }
    longestFirst.sort(Comparator.comparingInt(String::length).reversed());
    this.words = byInitial(longestFirst);
  }

  private static Map<Character, List<String>> byInitial(List<String> words) {
    Map<Character, List<String>> byInitial = new HashMap<>();
    for (String word : words) {
      byInitial.computeIfAbsent(word.charAt(0), c -> new ArrayList<>()).add(word);
    }
    byInitial.replaceAll((initial, found) -> List.copyOf(found));
    return Map.copyOf(byInitial);
  }

  /** What a line's first character is in lower case. */
  private static char initial(String line) {
    char first = line.charAt(0);
    return LowerCase.of(first < 0x80 ? String.valueOf(first) : line).charAt(0);
  }

  /** The byline that this line is, or empty: an opening word alone makes none. */
  public Optional<Byline> read(String line) {
    if (line.isEmpty() || line.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    if (line.startsWith("^") && line.endsWith("=")) {
      // As the Associated Press sent it over the wire.
      return read(line.substring(1, line.length() - 1).strip());
    }
    if (line.length() > 4 && line.startsWith("By") && UCharacter.isUpperCase(line.charAt(2))) {
      // "By" and the name stand in elements of their own, without a space between them.
      return read("By " + line.substring(2));
    }
    char initial = initial(line);
    List<String> opening = words.getOrDefault(initial, List.of());
    List<String> filing = filedWords.getOrDefault(initial, List.of());
    if (!mayStartWithAny(line, opening) && !mayStartWithAny(line, filing)) {
      return Optional.empty();
    }
    String lower = LowerCase.of(line);
    for (String word : opening) {
      if (!lower.startsWith(word) || lower.length() != line.length()) {
        continue;
      }
      String rest = afterWord(line, word);
      if (rest.isEmpty()) {
        continue;
      }
      List<String> authors = names.in(rest);
      Optional<String> agency = agencyIn(rest);
      if (!authors.isEmpty() || agency.isPresent()) {
        return Optional.of(new Byline(line, authors, agency));
      }
    }
    return filed(line, lower, filing);
  }

  /** Whether the second character fits one of the words as well: most lines need no lower case. */
  private static boolean mayStartWithAny(String line, List<String> words) {
    if (words.isEmpty() || line.length() == 1 || line.charAt(1) >= 0x80) {
      return !words.isEmpty();
    }
    char small = Letters.small(line.charAt(1));
    for (String word : words) {
      if (word.length() == 1 || word.charAt(1) == small) {
        return true;
      }
    }
    return false;
  }

  /** {@code From Ann Example in Rome}: the word alone opens headlines as well. */
  private Optional<Byline> filed(String line, String lower, List<String> filing) {
    for (String word : filing) {
      String rest =
          lower.startsWith(word + " ") && lower.length() == line.length()
              ? afterWord(line, word)
              : "";
      boolean filed =
          names.beforePlace(rest).filter(names::isPerson).filter(n -> !isPlace(n)).isPresent();
      if (filed) {
        return Optional.of(new Byline(line, names.in(rest), Optional.empty()));
      }
    }
    return Optional.empty();
  }

  private static boolean isPlace(String name) {
    return Gazetteer.get().isKnown(name);
  }

  /** {@code By Harbour.Online}: an opening word and a name or two, which need be no person's. */
  public boolean opens(String line) {
    if (line.isEmpty() || line.length() > MAX_OPENED) {
      return false;
    }
    List<String> opening = words.getOrDefault(initial(line), List.of());
    String lower = opening.isEmpty() ? "" : LowerCase.of(line);
    for (String word : opening) {
      if (lower.startsWith(word) && lower.length() == line.length()) {
        String rest = afterWord(line, word);
        return !rest.isEmpty() && rest.indexOf(' ') == rest.lastIndexOf(' ');
      }
    }
    return false;
  }

  /** The agency among the parts of a credit, or empty. */
  public Optional<String> agencyIn(String credit) {
    int start = 0;
    for (int i = 0; i <= credit.length(); i++) {
      if (i == credit.length() || ",;|/()（）".indexOf(credit.charAt(i)) >= 0) {
        Optional<String> agency = joinedAgency(credit.substring(start, i).strip());
        if (agency.isPresent()) {
          return agency;
        }
        start = i + 1;
      }
    }
    return Optional.empty();
  }

  /** The agency that a part is, or that is joined to a name: {@code Anne Exemple avec AFP}. */
  private Optional<String> joinedAgency(String part) {
    Optional<String> whole = agencies.named(part);
    if (whole.isPresent() || part.length() > MAX_LENGTH) {
      return whole;
    }
    for (String separator : PersonNames.SEPARATORS) {
      int at = part.lastIndexOf(separator);
      if (at > 0) {
        Optional<String> behind = agencies.named(part.substring(at + separator.length()));
        if (behind.isPresent()) {
          return behind;
        }
      }
    }
    return Optional.empty();
  }

  /** What follows the opening word, which must end with a space or a colon. */
  private static String afterWord(String line, String word) {
    String rest = line.substring(word.length());
    boolean unspaced = word.codePointAt(0) >= 0x2E80;
    String stripped = rest.strip();
    if (stripped.startsWith(":") || stripped.startsWith("：") || stripped.startsWith("／")) {
      return stripped.substring(1).strip();
    }
    return rest.startsWith(" ") || unspaced ? stripped : "";
  }
}
