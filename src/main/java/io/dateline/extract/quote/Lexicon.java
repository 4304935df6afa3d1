package io.dateline.extract.quote;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.util.ULocale;
import io.dateline.extract.text.LowerCase;
import io.dateline.extract.text.WordIndex;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The words of one language that tell who said something. Read from {@code <language>.txt} beside
 * this class; a language without a file has an empty lexicon, and its quotes have no speaker.
 *
 * <p>Immutable and safe for use by several threads.
 */
final class Lexicon {

  /** The headings of a lexicon file. */
  enum Section {
    CUE,
    CUE_PARTICIPLE,
    CUE_FRAGMENT,
    CUE_BEFORE_ONLY,
    SOURCE,
    TITLE,
    TITLE_ENDING,
    COURTESY,
    TITLE_MALE,
    TITLE_FEMALE,
    ROLE,
    HE,
    SHE,
    THEY,
    WHO,
    HIM,
    HER,
    DETERMINER,
    ARTICLE,
    MODAL,
    PASSIVE,
    ADVERBIAL,
    PLACE_OPENING,
    UTTERANCE,
    PREPOSITION,
    BOUNDARY,
    VERB,
    ADVERB,
    NOT_A_NAME,
    PARTICLE,
    ORGANISATION,
    ABBREVIATION,
    ELISION,
    OPTION,
    SOURCE_OPENING,
    PROCLITIC,
    ENCLITIC,
    MALE_NAME,
    FEMALE_NAME,
    ROLE_ENDING,
    CUE_WEAK,
    DOUBT,
    WORK,
    CUE_NAMING,
    CUE_PASSIVE,
    NARRATOR,
    PEOPLE,
    AGENCY,
    MEDIUM,
    MEDIUM_ENDING,
    DATIVE,
    INTERVIEW,
    ORDINAL,
    CUE_REPLY;

    @SuppressWarnings("EnumOrdinal") // a bit of a set that never leaves memory
    private final long bit = 1L << ordinal();

    /** A set of sections, for {@link Token#isInAny}. */
    static long set(Section... sections) {
      long set = 0;
      for (Section section : sections) {
        set |= section.bit;
      }
      return set;
    }

    /** Whether a word with these sections is listed in this one. */
    boolean isIn(long sections) {
      return (sections & bit) != 0;
    }
  }

  private static final List<String> LANGUAGES =
      List.of("en", "es", "fr", "de", "pt", "it", "nl", "sv", "pl", "ru", "tr");

  /** Letters of the shortest word that ends a compound, and of what stands before it. */
  private static final int MIN_COMPOUND_PART = 4;

  private static final int MIN_COMPOUND_START = 3;

  /** Letters of the shortest ending that tells a trade, and of what stands before it. */
  private static final int MIN_ROLE_ENDING = 2;

  private static final int MIN_ROLE_STEM = 3;

  /** Words looked at when the language must be guessed. */
  private static final int GUESS_WORDS = 300;

  private static final Map<String, Lexicon> ALL = loadAll();
  private static final Lexicon EMPTY = new Lexicon(Map.of());

  private final SectionTable words;
  private final boolean empty;

  /** The first words of the phrases before a source. */
  private final WordIndex sourceStarts;

  /** By the numbers of their first words, the longest first. */
  private final List<List<Phrase>> sources;

  private final boolean dashDialogue;
  private final boolean dropsSubjects;
  private final boolean lateSubjects;
  private final boolean sexByEnding;
  private final boolean incises;
  private final boolean capitalisesNouns;

  /**
   * A phrase before a source, in lower case.
   *
   * @param opening whether it is one at the start of a sentence only
   */
  record Phrase(List<String> words, boolean opening) {}

  private Lexicon(Map<String, Long> entries) {
    this.words = new SectionTable(entries);
    this.empty = entries.isEmpty();
    this.dashDialogue = is(Section.OPTION, "dash-dialogue");
    this.dropsSubjects = is(Section.OPTION, "drops-subjects");
    this.lateSubjects = is(Section.OPTION, "late-subjects");
    this.sexByEnding = is(Section.OPTION, "sex-by-ending");
    this.incises = is(Section.OPTION, "incises");
    this.capitalisesNouns = is(Section.OPTION, "capitalises-nouns");
    List<Phrase> phrases = new ArrayList<>();
    entries.keySet().stream()
        .sorted()
        .forEach(
            entry -> {
              boolean opening = Section.SOURCE_OPENING.isIn(sections(entry));
              if (opening || Section.SOURCE.isIn(sections(entry))) {
                phrases.add(new Phrase(List.of(entry.split(" ", -1)), opening));
              }
            });
    // The longest first: "nach Angaben von" before "nach Angaben".
    phrases.sort(Comparator.comparingInt((Phrase phrase) -> -phrase.words().size()));
    Map<String, List<Phrase>> byFirst = new LinkedHashMap<>();
    for (Phrase phrase : phrases) {
      byFirst.computeIfAbsent(phrase.words().get(0), w -> new ArrayList<>(2)).add(phrase);
    }
    this.sourceStarts = new WordIndex(byFirst.keySet());
    this.sources = List.copyOf(byFirst.values());
  }

  /** The lexicon of a BCP 47 tag; guessed from the text's small words if the tag is null. */
  static Lexicon of(@Nullable String language, List<String> paragraphs) {
    if (language == null) {
      return guess(paragraphs);
    }
    int end = 0;
    while (end < language.length() && language.charAt(end) != '-' && language.charAt(end) != '_') {
      end++;
    }
    return ALL.getOrDefault(LowerCase.of(language.substring(0, end)), EMPTY);
  }

  boolean is(Section section, String lowerCaseWord) {
    return section.isIn(sections(lowerCaseWord));
  }

  /** The set of sections that list a word, for {@link Section#isIn}. */
  long sections(String lowerCaseWord) {
    return words.sections(lowerCaseWord);
  }

  /** The words that are listed, as lower-case words. */
  SectionTable words() {
    return words;
  }

  /** Whether there are no words at all for this language. */
  boolean isEmpty() {
    return empty;
  }

  boolean isCue(String word) {
    return is(Section.CUE, lower(word));
  }

  boolean isElision(String word) {
    return is(Section.ELISION, lower(word));
  }

  boolean hasDashDialogue() {
    return dashDialogue;
  }

  /** Whether a verb of speech may stand alone, its subject being understood: Spanish "dijo". */
  boolean dropsSubjects() {
    return dropsSubjects;
  }

  /** Whether a subject may come late after its verb: "a indiqué à la presse Anne Roy". */
  boolean postponesSubjects() {
    return dropsSubjects || lateSubjects;
  }

  /** Whether first names in -a are women's and those in -o men's, as a rule. */
  boolean tellsSexByEnding() {
    return sexByEnding;
  }

  /** Whether a word is a first name that the lists know. */
  boolean isFirstName(String lowerCaseWord) {
    long sections = sections(lowerCaseWord);
    return Section.MALE_NAME.isIn(sections) || Section.FEMALE_NAME.isIn(sections);
  }

  /** Whether the speaker may stand inside the marks: French "« Il pleut, dit Anne. »". */
  boolean hasIncises() {
    return incises;
  }

  /** Whether every noun takes a capital, so that a capital names nobody. */
  boolean capitalisesNouns() {
    return capitalisesNouns;
  }

  /** Phrases with this first word that name a source, such as "according to". */
  List<Phrase> sourcesFrom(String lowerCaseWord) {
    int first = sourceStarts.find(lowerCaseWord);
    return first == WordIndex.NONE ? List.of() : sources.get(first);
  }

  /** Whether a word is a compound whose last part is a title or role: "Abteilungsleiterin". */
  boolean endsWithTitle(String lowerCaseWord) {
    int last = lowerCaseWord.length() - MIN_COMPOUND_PART;
    for (int start = MIN_COMPOUND_START; start <= last; start++) {
      if (is(Section.TITLE_ENDING, lowerCaseWord.substring(start))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word is a compound that ends as papers and agencies are called: "Hafenkurier". */
  boolean endsWithMedium(String lowerCaseWord) {
    int last = lowerCaseWord.length() - MIN_COMPOUND_PART;
    for (int start = MIN_COMPOUND_START; start <= last; start++) {
      if (is(Section.MEDIUM_ENDING, lowerCaseWord.substring(start))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word ends as words for people do by what they do: "roofer", "panadera". */
  boolean endsWithRole(String lowerCaseWord) {
    int last = lowerCaseWord.length() - MIN_ROLE_ENDING;
    for (int start = MIN_ROLE_STEM; start <= last; start++) {
      if (is(Section.ROLE_ENDING, lowerCaseWord.substring(start))) {
        return true;
      }
    }
    return false;
  }

  static String lower(String text) {
    String lower = LowerCase.of(text);
    return lower.indexOf('’') < 0 ? lower : lower.replace('’', '\'');
  }

  private static Lexicon guess(List<String> paragraphs) {
    Map<String, Integer> hits = new LinkedHashMap<>();
    int seen = 0;
    for (String paragraph : paragraphs) {
      int start = 0;
      for (int i = 0; i <= paragraph.length() && seen < GUESS_WORDS; i++) {
        if (i < paragraph.length() && UCharacter.isLetter(paragraph.charAt(i))) {
          continue;
        }
        if (i > start) {
          seen++;
          String word = lower(paragraph.substring(start, i));
          for (Map.Entry<String, Lexicon> entry : ALL.entrySet()) {
            if (entry.getValue().isSmallWord(word)) {
              hits.merge(entry.getKey(), 1, Integer::sum);
            }
          }
        }
        start = i + 1;
      }
    }
    String best = null;
    int most = 0;
    for (Map.Entry<String, Integer> entry : hits.entrySet()) {
      if (entry.getValue() > most) {
        best = entry.getKey();
        most = entry.getValue();
      }
    }
    return best == null ? EMPTY : ALL.getOrDefault(best, EMPTY);
  }

  private boolean isSmallWord(String word) {
    return is(Section.DETERMINER, word)
        || is(Section.PREPOSITION, word)
        || is(Section.BOUNDARY, word)
        || is(Section.VERB, word);
  }

  private static Map<String, Lexicon> loadAll() {
    Map<String, Long> shared = new HashMap<>();
    load("names", shared);
    Map<String, Lexicon> all = new LinkedHashMap<>();
    for (String language : LANGUAGES) {
      Map<String, Long> words = new HashMap<>(shared);
      load(language, words);
      all.put(language, new Lexicon(words));
    }
    return all;
  }

  private static void load(String name, Map<String, Long> words) {
    try (InputStream in = Lexicon.class.getResourceAsStream(name + ".txt")) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name + ".txt");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      Section section = null;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String text = line.strip();
        if (text.isEmpty() || text.startsWith("#")) {
          continue;
        }
        if (text.startsWith("[")) {
          String heading = text.substring(1, text.length() - 1).replace('-', '_');
          section = Section.valueOf(UCharacter.toUpperCase(ULocale.ROOT, heading));
          continue;
        }
        if (section == null) {
          throw new IllegalStateException("no heading before the first entry of " + name + ".txt");
        }
        for (String entry : text.split(",", -1)) {
          if (!entry.isBlank()) {
            words.merge(lower(entry.strip()), section.bit, (a, b) -> a | b);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
