package io.dateline.extract;

import com.ibm.icu.lang.UCharacter;
import io.dateline.article.Block;
import io.dateline.article.Page;
import io.dateline.extract.body.Phrases;
import io.dateline.extract.credit.PersonNames;
import io.dateline.extract.date.DateMatch;
import io.dateline.extract.headline.TitleCandidate;
import io.dateline.extract.headline.TitleCandidate.Kind;
import io.dateline.extract.headline.TitleSite;
import io.dateline.extract.text.Folding;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a plain-text dump that may be its headline: the first line, in which the title of
 * the window often stands; lines that say the same or a part of it; the line where headlines stand.
 */
final class DumpTitles {

  /** Words that a line and the window's title must share to be two wordings of one headline. */
  private static final int MIN_SHARED_WORDS = 4;

  /** Long words that both must share where the line stands where headlines stand. */
  private static final int MIN_SHARED_LONG_WORDS = 2;

  /** Letters of a long word: shorter ones stand in every line. */
  private static final int LONG_WORD = 4;

  /** Share of the line's words that must stand in the window's title. */
  private static final double SHARED_WORDS = 0.5;

  /** Words of a title's first part that is more than a section's name. */
  private static final int MIN_BEGINNING_WORDS = 3;

  /** Words of a newspaper's name, at most. */
  private static final int MAX_NAME_WORDS = 4;

  /** Words of an entry of a menu, at most. */
  private static final int MAX_MENU_WORDS = 3;

  /** Entries that make a menu. */
  private static final int MIN_MENU = 3;

  /** Lines below the first in which its standfirst may stand, not another wording of it. */
  private static final int STANDFIRST = 2;

  /** Signs between sections and pages in {@code Home » News » Ferry returns}, to be a trail. */
  private static final int MIN_TRAIL_SIGNS = 2;

  /** Blocks at a page's start in which a headline may be repeated. */
  private static final int MAX_HEAD_BLOCKS = 400;

  /** Shortest title that is sought in other lines, in UTF-16 code units. */
  private static final int MIN_TITLE = 12;

  /** Shortest line that is part of a story's text, in UTF-16 code units. */
  private static final int MIN_TEXT = 50;

  /** Shortest title in scripts whose characters are syllables or words. */
  private static final int MIN_WIDE_TITLE = 5;

  private final PageSurvey survey;
  private final Phrases phrases;
  private final PersonNames names;
  private final List<Block> head;

  DumpTitles(Page page, PageSurvey survey, Phrases phrases, PersonNames names) {
    this.survey = survey;
    this.phrases = phrases;
    this.names = names;
    this.head = page.blocks().subList(0, Math.min(MAX_HEAD_BLOCKS, page.blocks().size()));
  }

  /**
   * Adds the titles, and the site's name as far as they show it.
   *
   * @param opening index of the block that a dateline opens, -1 if none does
   */
  void addTo(List<TitleCandidate> candidates, Set<String> sites, int opening) {
    if (head.isEmpty()) {
      return;
    }
    String marked = WireMarks.title(head);
    if (marked != null) {
      candidates.add(new TitleCandidate(marked, Sources.TEXT, Kind.STATED));
    }
    String first = head.get(0).text();
    boolean window =
        isLong(first)
            && !isSentence(first)
            && opening != 0
            && !phrases.isLine(Folding.fold(first))
            && !isTrail(first)
            && !isWayOfSections(first);
    int index = opening > 0 ? opening : firstNote();
    Block above = above(index > 0 ? index : firstSentence());
    if (above == null && isEnd(lineAbove(index))) {
      above = above(firstSentence());
    }
    if (window && above != null && isMasthead(first, above)) {
      sites.add(first);
      window = false;
    }
    window &= above == null || !isHeadOfPage(first);
    boolean heard = candidates.stream().anyMatch(c -> c.kind() == Kind.HEADING);
    if (window) {
      heard |= addRepeated(first, candidates, sites);
    }
    heard |= addPrintedTwice(candidates);
    if (!heard && above != null) {
      Kind kind = window && isOfTheSame(above, first) ? Kind.HEADING : Kind.POSITION;
      candidates.add(new TitleCandidate(above.text(), Sources.TEXT, kind));
    }
  }

  /** Adds the window's title and the line that repeats it; whether there is such a line. */
  private boolean addRepeated(String first, List<TitleCandidate> candidates, Set<String> sites) {
    String repeated = repetition(first);
    Optional<String> alike = repeated.isEmpty() ? alike(first) : Optional.empty();
    if (!repeated.isEmpty()) {
      candidates.add(new TitleCandidate(repeated, Sources.TITLE, Kind.HEADING));
      TitleSite.of(first, repeated).ifPresent(sites::add);
    }
    alike.ifPresent(line -> candidates.add(new TitleCandidate(line, Sources.TEXT, Kind.HEADING)));
    candidates.add(new TitleCandidate(first, Sources.TITLE, Kind.WINDOW));
    return !repeated.isEmpty() || alike.isPresent();
  }

  /** Adds a line that is printed twice, one right under the other; whether there is one. */
  private boolean addPrintedTwice(List<TitleCandidate> candidates) {
    for (int i = 1; i < head.size(); i++) {
      String text = head.get(i).text();
      if (text.equals(head.get(i - 1).text())
          && ((isTitleLine(head.get(i)) && TitleSite.words(text).size() >= 3) || isAboveNote(i))
          && phrases.in(text, Folding.fold(text)).isEmpty()) {
        candidates.add(new TitleCandidate(text, Sources.TITLE, Kind.HEADING));
        return true;
      }
    }
    return false;
  }

  /**
   * The line above a block, labels, bylines and dates between them aside, if it may be a title. A
   * newspaper's name may stand there, above the day of the issue: then it is the line below that.
   */
  private @Nullable Block above(int index) {
    int i = lineAbove(index);
    if (i < 0) {
      return null;
    }
    String text = head.get(i).text();
    Block below = isName(text) || PaperNames.isName(text) ? below(index) : null;
    if (below != null) {
      return below;
    }
    if (isWriter(i)) {
      return head.get(i - 1);
    }
    return mayBeTitle(head.get(i)) && !isEnd(i) ? head.get(i) : null;
  }

  /** The line above a block that is no label, byline or date, or -1. */
  private int lineAbove(int index) {
    int i = Math.min(index, head.size()) - 1;
    while (i >= 0 && (survey.reasons().containsKey(i) || survey.namesNobody().contains(i))) {
      i--;
    }
    return i;
  }

  /** The line under the notes that start at a block, if more notes or the story follow it. */
  private @Nullable Block below(int index) {
    int i = Math.max(0, index);
    while (i < head.size()
        && (survey.reasons().containsKey(i) || PaperNames.isPage(head.get(i).text()))) {
      i++;
    }
    boolean followed =
        i > index
            && i + 1 < head.size()
            && (survey.reasons().containsKey(i + 1) || isSentence(head.get(i + 1).text()));
    return followed
            && mayBeTitle(head.get(i))
            && TitleSite.words(head.get(i).text()).size() > MAX_NAME_WORDS
        ? head.get(i)
        : null;
  }

  /**
   * A writer's name alone on the line between the title and the notes. In scripts without capitals
   * any short line, such as a menu's, reads like one.
   */
  private boolean isWriter(int index) {
    if (index == 0
        || !UCharacter.isUpperCase(head.get(index).text().codePointAt(0))
        || !names.isPerson(head.get(index).text())) {
      return false;
    }
    Block title = head.get(index - 1);
    return !isName(title.text())
        && TitleSite.words(title.text()).size() >= MIN_BEGINNING_WORDS
        && mayBeTitle(title);
  }

  /** The story's last line above its date: a sentence behind another, or with no text behind it. */
  private boolean isEnd(int index) {
    boolean sentence = index >= 0 && head.get(index).text().endsWith(".");
    if (sentence && index > 0 && isText(head.get(index - 1).text())) {
      return true;
    }
    return sentence
        && head.subList(index + 1, head.size()).stream().noneMatch(block -> isText(block.text()));
  }

  /** Whether the first line is the day, or what stands above every page of the paper. */
  private boolean isHeadOfPage(String first) {
    List<DateMatch> found = survey.dates().getOrDefault(0, List.of());
    return PaperNames.isDay(first, found) || PaperNames.isFolio(first, found);
  }

  /**
   * Whether the first line is the name of the newspaper: by its words, or with a menu between it
   * and the title.
   */
  private boolean isMasthead(String first, Block title) {
    if (title.index() > 0 && PaperNames.isName(first)) {
      return true;
    }
    if (!isName(first) || TitleSite.words(title.text()).size() < MAX_NAME_WORDS) {
      return false;
    }
    int menu = 0;
    for (int i = 1; i < title.index(); i++) {
      if (TitleSite.words(head.get(i).text()).size() > MAX_MENU_WORDS) {
        return false;
      }
      menu++;
    }
    Set<String> shared = TitleSite.words(first);
    shared.retainAll(TitleSite.words(title.text()));
    return menu >= MIN_MENU && shared.isEmpty();
  }

  /** {@code The Harbour Times}: few words, the long ones with capitals. */
  private static boolean isName(String line) {
    if (TitleSite.words(line).size() > MAX_NAME_WORDS) {
      return false;
    }
    for (String word : line.strip().split(" ", -1)) {
      if (word.length() >= LONG_WORD && !UCharacter.isUpperCase(word.codePointAt(0))) {
        return false;
      }
    }
    return true;
  }

  /** Whether a line where headlines stand speaks of what the window's title speaks of. */
  private static boolean isOfTheSame(Block line, String title) {
    Set<String> shared = new HashSet<>(TitleSite.words(line.text()));
    shared.retainAll(TitleSite.words(title));
    shared.removeIf(word -> word.length() < LONG_WORD);
    return line.index() > STANDFIRST && shared.size() >= MIN_SHARED_LONG_WORDS;
  }

  /**
   * The longest later line that the window's title is, or that is one part of it; its beginning
   * before other parts, unless that is as short as a section's name.
   */
  private String repetition(String first) {
    String folded = Folding.fold(first);
    String best = "";
    boolean bestBegins = false;
    for (Block block : head.subList(1, head.size())) {
      String text = block.text();
      if (text.length() <= first.length() + MIN_TITLE
          && isLong(text)
          && (folded.equals(Folding.fold(text)) || TitleSite.isPart(first, text))) {
        boolean begins =
            first.startsWith(text) && TitleSite.words(text).size() >= MIN_BEGINNING_WORDS;
        if (begins == bestBegins ? text.length() > best.length() : begins) {
          best = text;
          bestBegins = begins;
        }
      }
    }
    return best;
  }

  /**
   * The line that shares most words with the window's title, which often is another wording of the
   * headline; most of its words must stand there.
   */
  private Optional<String> alike(String title) {
    Set<String> words = TitleSite.words(title);
    String best = null;
    int most = MIN_SHARED_WORDS - 1;
    for (Block block : head.subList(1, head.size())) {
      if (!isSentence(block.text()) && isTitleLine(block) && !isStandfirst(block, title)) {
        Set<String> own = TitleSite.words(block.text());
        int all = own.size();
        own.retainAll(words);
        if (own.size() > most
            && own.size() >= SHARED_WORDS * all
            && phrases.in(block.text(), Folding.fold(block.text())).isEmpty()) {
          best = block.text();
          most = own.size();
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** A longer line right under a first line that bears no site's name: that is the headline. */
  private static boolean isStandfirst(Block block, String title) {
    return block.index() <= STANDFIRST
        && block.text().length() > title.length()
        && !TitleSite.hasParts(title);
  }

  private boolean mayBeTitle(Block block) {
    return !isSentence(block.text())
        && isTitleLine(block)
        && phrases.in(block.text(), Folding.fold(block.text())).isEmpty();
  }

  /** Whether a label or date stands right under a line, as under the title that a system prints. */
  private boolean isAboveNote(int index) {
    return !survey.reasons().containsKey(index) && survey.reasons().containsKey(index + 1);
  }

  /** The first line that is a paragraph, or -1. */
  private int firstSentence() {
    return head.stream()
        .filter(block -> isSentence(block.text()))
        .mapToInt(Block::index)
        .findFirst()
        .orElse(-1);
  }

  /** The first label, byline or date line of the page, or -1. */
  private int firstNote() {
    return survey.reasons().keySet().stream().mapToInt(Integer::intValue).min().orElse(-1);
  }

  private boolean isTitleLine(Block block) {
    String text = block.text();
    return isLong(text)
        && text.length() <= 300
        && !survey.reasons().containsKey(block.index())
        && !isTrail(text)
        && !isWayOfSections(text)
        && !survey.namesNobody().contains(block.index())
        && !Addresses.isAbsolute(text);
  }

  /** {@code Home > Culture > Books}: the way from the front page to this one. */
  private boolean isTrail(String text) {
    for (int i = 1; i + 1 < text.length(); i++) {
      if (">›»/".indexOf(text.charAt(i)) >= 0) {
        return phrases.isLine(Folding.fold(text.substring(0, i)));
      }
    }
    return false;
  }

  /**
   * The same with words before it that no list knows: {@code You are here: Start » News » Books}. A
   * window's title may have such signs behind the headline, which is longer than a section's name.
   */
  private static boolean isWayOfSections(String text) {
    int signs = 0;
    int first = -1;
    for (int i = 0; i < text.length(); i++) {
      if (">›»".indexOf(text.charAt(i)) >= 0) {
        first = first < 0 ? i : first;
        signs++;
      }
    }
    return signs >= MIN_TRAIL_SIGNS
        && text.indexOf('«') < 0
        && text.indexOf('‹') < 0
        && TitleSite.words(text.substring(0, first)).size() <= MAX_NAME_WORDS;
  }

  /** A long line with a full stop is a paragraph; headlines end so only when they are short. */
  private static boolean isSentence(String text) {
    return text.length() > 250 || (text.length() > 80 && text.endsWith("."));
  }

  /** A line of a paragraph's length that ends as sentences do. */
  private static boolean isText(String text) {
    return text.length() >= MIN_TEXT && ".?!”\"’»".indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  static boolean isLong(String text) {
    String stripped = text.strip();
    boolean wide = !stripped.isEmpty() && stripped.codePointAt(0) >= 0x2E80;
    return stripped.length() >= (wide ? MIN_WIDE_TITLE : MIN_TITLE);
  }
}
