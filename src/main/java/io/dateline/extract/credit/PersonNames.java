package io.dateline.extract.credit;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import io.dateline.extract.place.Gazetteer;
import io.dateline.extract.text.LowerCase;
import io.dateline.extract.text.WordLists;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells people's names from everything else that stands in bylines: offices, agencies, dates. A
 * name is two to six words that start with capitals, particles aside, or two to four characters in
 * Chinese, Japanese and Korean. Where it is not certain there is none.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class PersonNames {

  static final int MAX_LENGTH = 60;
  private static final int MAX_WORDS = 6;
  private static final int MAX_CJK_CHARACTERS = 6;

  /** Letters of a single name; shorter ones are initials, longer ones sites. */
  private static final int MIN_SINGLE = 3;

  private static final int MAX_SINGLE = 15;

  /** Authors of one story; longer lists are menus. */
  static final int MAX_NAMES = 12;

  /** What joins the names of a byline. */
  static final List<String> SEPARATORS =
      List.of(
          " and ", " und ", " et ", " y ", " e ", " en ", " och ", " og ", " ja ", " i ", " a ",
          " și ", " și ", " dan ", " và ", " ve ", " na ", " и ", " й ", " та ", " і ", " και ",
          " و", " with ", " avec ", " mit ", " con ", " com ", " met ", " med ", " & ", " AND ",
          " Y ", " UND ", " ET ");

  private final Set<String> notPeople =
      Set.copyOf(WordLists.lines(PersonNames.class, "not-people.txt"));
  private final Set<String> jobs = Set.copyOf(WordLists.lines(PersonNames.class, "jobs.txt"));
  private final Set<String> particles =
      Set.copyOf(WordLists.lines(PersonNames.class, "name-particles.txt"));
  private final Set<String> placeWords =
      Set.copyOf(WordLists.lines(PersonNames.class, "place-words.txt"));
  private final Set<String> pictureWords =
      Set.copyOf(WordLists.lines(PersonNames.class, "picture-words.txt"));
  private final List<String> offices = WordLists.lines(PersonNames.class, "offices.txt");
  private final Set<String> titles = Set.copyOf(WordLists.lines(PersonNames.class, "titles.txt"));
  private final Agencies agencies;

  /** Names that are none of these agencies. */
  public PersonNames(Agencies agencies) {
    this.agencies = agencies;
  }

  /**
   * The people that a list of names holds: {@code Ann Example and Ben Sample}.
   *
   * @return their names in reading order; empty if a person's name is not certain
   */
  public List<String> in(String text) {
    Set<String> names = new LinkedHashSet<>();
    boolean described = false;
    for (String part : parts(text)) {
      // Ann Example, Chief Economist, Harbour Bank: what follows an office tells of it.
      String own = withoutOpeningJoint(part);
      described &= own.equals(part);
      if (described) {
        continue;
      }
      String name = clean(own);
      List<String> several = splitAtConjunction(own, new HashMap<>());
      if (several.size() < 2 && isPerson(name)) {
        names.add(name);
      } else if (several.isEmpty()) {
        described = !names.isEmpty() && isOffice(part);
      } else {
        names.addAll(several);
      }
    }
    return names.size() > MAX_NAMES ? List.of() : List.copyOf(names);
  }

  /**
   * The people in a value that the page states to be an author's name. There a single word with a
   * capital is one as well ({@code Ann}), and a name without capitals is ({@code ann example}).
   */
  public List<String> stated(String text) {
    List<String> certain = in(text);
    if (!certain.isEmpty()) {
      return certain;
    }
    String name = clean(text);
    String[] words = name.split(" ", -1);
    boolean letters =
        name.codePoints().allMatch(c -> UCharacter.isLetter(c) || " .-'’".indexOf(c) >= 0);
    if (!letters || name.length() > MAX_LENGTH || agencies.named(name).isPresent()) {
      return List.of();
    }
    boolean one =
        words.length == 1
            && name.length() >= MIN_SINGLE
            && name.length() <= MAX_SINGLE
            && UCharacter.isUpperCase(name.codePointAt(0))
            && !name.equals(UCharacter.toUpperCase(Locale.ROOT, name));
    boolean small = (words.length == 2 || words.length == 3) && name.equals(LowerCase.of(name));
    for (String word : words) {
      String lower = LowerCase.of(word);
      if (lower.length() < 2 || notPeople.contains(lower) || jobs.contains(lower)) {
        return List.of();
      }
    }
    return one || small ? List.of(name) : List.of();
  }

  /** Whether this is the name of one person. */
  public boolean isPerson(String name) {
    if (name.length() < 2 || name.length() > MAX_LENGTH || agencies.named(name).isPresent()) {
      return false;
    }
    int cjk = 0;
    for (int i = 0; i < name.length(); ) {
      int c = name.codePointAt(i);
      if (isCjk(c)) {
        cjk++;
      } else if (!UCharacter.isLetter(c)
          && UCharacter.getType(c) != UCharacter.NON_SPACING_MARK
          && UCharacter.getType(c) != UCharacter.COMBINING_SPACING_MARK
          && " .'’‘-‐·`\u200C".indexOf(c) < 0) {
        return false;
      }
      i += Character.charCount(c);
    }
    if (cjk > 0) {
      int characters = name.codePointCount(0, name.length());
      return cjk >= 2 && characters <= MAX_CJK_CHARACTERS;
    }
    return isSpelledLikeAName(name);
  }

  private boolean isSpelledLikeAName(String name) {
    String[] words = name.split(" ", -1);
    if (words.length < 2 || words.length > MAX_WORDS) {
      return false;
    }
    int capitals = 0;
    int full = 0;
    for (String word : words) {
      String lower = LowerCase.of(word);
      if (word.isEmpty() || notPeople.contains(lower) || jobs.contains(lower)) {
        return false;
      }
      int first = word.codePointAt(0);
      boolean cased = UCharacter.toUpperCase(first) != UCharacter.toLowerCase(first);
      if (cased && UCharacter.isUpperCase(first)) {
        capitals++;
      } else if (cased && !particles.contains(lower) && !hasInnerCapital(word)) {
        return false;
      } else if (!cased) {
        capitals++;
      }
      full += word.codePointCount(0, word.length()) > 2 && !word.endsWith(".") ? 1 : 0;
    }
    return capitals >= 2 && full >= 1;
  }

  /** {@code al-Amin}, {@code d'Arc}, {@code O'Hara}: a capital behind a hyphen or apostrophe. */
  private static boolean hasInnerCapital(String word) {
    for (int i = 1; i < word.length() - 1; i++) {
      if ("-'’".indexOf(word.charAt(i)) >= 0 && UCharacter.isUpperCase(word.charAt(i + 1))) {
        return true;
      }
    }
    return false;
  }

  private boolean isOffice(String part) {
    for (String word : part.split(" ", -1)) {
      String lower = LowerCase.of(word);
      if (jobs.contains(lower) || notPeople.contains(lower)) {
        return true;
      }
    }
    return false;
  }

  /** {@code and Cy Muster}, the last of a list with commas. */
  private static String withoutOpeningJoint(String part) {
    for (String joint : SEPARATORS) {
      if ((" " + part).startsWith(joint)) {
        return part.substring(joint.length() - 1).strip();
      }
    }
    return part;
  }

  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || ",;|/•·、，；\n\t".indexOf(text.charAt(i)) >= 0) {
        String part = text.substring(start, i).strip();
        if (!part.isEmpty() && part.length() <= 2 * MAX_LENGTH) {
          parts.add(part);
        }
        start = i + 1;
      }
    }
    return parts;
  }

  /**
   * The people on both sides of an {@code and}. Each side is cleaned by itself: {@code Ann Example
   * in Rome and Ben Sample in Paris} are two, {@code Ann Example in Rome and New York} is one.
   *
   * @param known what pieces of the text come to: by several conjunctions each is reached on
   *     exponentially many ways
   */
  private List<String> splitAtConjunction(String text, Map<String, List<String>> known) {
    List<String> before = known.get(text);
    if (before == null) {
      before = split(text, known);
      known.put(text, before);
    }
    return before;
  }

  private List<String> split(String text, Map<String, List<String>> known) {
    for (String separator : SEPARATORS) {
      int at = text.indexOf(separator);
      if (at > 0) {
        List<String> names = new ArrayList<>(side(text.substring(0, at), known));
        for (String name : side(text.substring(at + separator.length()), known)) {
          if (names.isEmpty() || !Gazetteer.get().isKnown(name)) {
            names.add(name);
          }
        }
        if (!names.isEmpty()) {
          return names;
        }
      }
    }
    return List.of();
  }

  private List<String> side(String text, Map<String, List<String>> known) {
    if (isOfPictures(text)) {
      return List.of();
    }
    List<String> several = splitAtConjunction(text, known);
    if (several.size() > 1) {
      return several;
    }
    String name = clean(text);
    return isPerson(name) ? List.of(name) : several;
  }

  /** Takes off titles before a name, and what stands behind it in brackets or after a dash. */
  private String clean(String part) {
    String name = part.strip();
    for (String sign : List.of(" (", " [", " - ", " – ", " — ", " @", " <", "（", " for ", " in ")) {
      int at = name.indexOf(sign);
      if (at > 0) {
        name = name.substring(0, at).strip();
      }
    }
    while (!name.isEmpty() && " -–—*".indexOf(name.charAt(name.length() - 1)) >= 0) {
      name = name.substring(0, name.length() - 1);
    }
    name = withoutOffice(withoutAgency(withoutPlace(name)));
    int space = name.indexOf(' ');
    while (space > 0 && titles.contains(LowerCase.of(name.substring(0, space)))) {
      name = name.substring(space + 1).strip();
      space = name.indexOf(' ');
    }
    while (name.endsWith(".") && name.length() > 3 && name.charAt(name.length() - 3) != ' ') {
      name = name.substring(0, name.length() - 1);
    }
    for (String suffix : List.of("记者", "記者", "기자")) {
      if (name.endsWith(suffix)) {
        name = name.substring(0, name.length() - suffix.length()).strip();
      }
    }
    return name;
  }

  /** {@code Bernd Muster (Fotos)}: whose the pictures are and not the words. */
  private boolean isOfPictures(String side) {
    int open = side.indexOf('(');
    int close = side.indexOf(')', open + 1);
    return open > 0
        && close > 0
        && pictureWords.contains(LowerCase.of(side.substring(open + 1, close)));
  }

  /** {@code Ana Ejemplo en Madrid}: where the writer was, if that is a place that is known. */
  private String withoutPlace(String name) {
    int at = placeWord(name);
    return at < 0 ? name : name.substring(0, at);
  }

  /**
   * The name before a word like {@code in} and the known place behind it: {@code Ann Example in
   * Rome}; empty if the text is not that.
   */
  public Optional<String> beforePlace(String text) {
    int at = text.length() > 2 * MAX_LENGTH ? -1 : placeWord(text);
    return at < 0 ? Optional.empty() : Optional.of(clean(text.substring(0, at)));
  }

  /** Offset of the space before such a word, behind two words at least; -1 if there is none. */
  private int placeWord(String text) {
    int first = text.indexOf(' ');
    for (int space = text.indexOf(' ', first + 1);
        first > 0 && space > 0;
        space = text.indexOf(' ', space + 1)) {
      int end = text.indexOf(' ', space + 1);
      if (end > 0
          && placeWords.contains(text.substring(space + 1, end))
          && Gazetteer.get().isKnown(text.substring(end + 1))) {
        return space;
      }
    }
    return -1;
  }

  /** {@code Ann Example Staff Writer}: as whole words, since a part of them may end other names. */
  private String withoutOfficeWords(String name) {
    String lower = LowerCase.of(name);
    for (String office : offices) {
      int at = name.length() - office.length() - 1;
      if (lower.length() == name.length()
          && at > 0
          && lower.endsWith(office)
          && lower.charAt(at) == ' '
          && lower.lastIndexOf(' ', at - 1) > 0) {
        return name.substring(0, at);
      }
    }
    return name;
  }

  /** {@code Ann Example Reporter}: offices behind a whole name are no part of it. */
  private String withoutOffice(String name) {
    String left = withoutOfficeWords(name);
    for (int space = left.lastIndexOf(' ');
        space > 0 && left.lastIndexOf(' ', space - 1) > 0;
        space = left.lastIndexOf(' ')) {
      if (!jobs.contains(LowerCase.of(left.substring(space + 1)))) {
        break;
      }
      left = left.substring(0, space).strip();
    }
    return left;
  }

  /** {@code Ann Example The Associated Press}: the agency behind the name is no part of it. */
  private String withoutAgency(String name) {
    for (int space = name.indexOf(' '); space > 0; space = name.indexOf(' ', space + 1)) {
      if (name.lastIndexOf(' ', space - 1) > 0
          && agencies.named(name.substring(space + 1)).isPresent()) {
        return withoutJoint(name.substring(0, space));
      }
    }
    return name;
  }

  /** {@code Ann Example with}, where an agency followed. */
  private static String withoutJoint(String name) {
    for (String separator : SEPARATORS) {
      String joint = separator.stripTrailing();
      if (separator.endsWith(" ") && name.endsWith(joint)) {
        return name.substring(0, name.length() - joint.length());
      }
    }
    return name;
  }

  private static boolean isCjk(int c) {
    return switch (UScript.getScript(c)) {
      case UScript.HAN, UScript.HIRAGANA, UScript.KATAKANA, UScript.HANGUL -> true;
      default -> false;
    };
  }
}
