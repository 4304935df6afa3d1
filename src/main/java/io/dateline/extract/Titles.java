package io.dateline.extract;

import io.dateline.article.Block;
import io.dateline.article.Metadatum;
import io.dateline.article.Page;
import io.dateline.extract.body.Phrases;
import io.dateline.extract.headline.TitleCandidate;
import io.dateline.extract.headline.TitleCandidate.Kind;
import io.dateline.extract.headline.TitleSite;
import io.dateline.extract.label.Label;
import io.dateline.extract.text.Folding;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything on a page that may be its headline, in order of trust, and what stands for the site's
 * name.
 *
 * @param candidates in order of trust
 * @param siteNames names of site and publisher
 * @param folded folded texts whose repetitions are no paragraphs
 */
record Titles(List<TitleCandidate> candidates, Set<String> siteNames, Set<String> folded) {

  /** Shortest title that is sought in other lines, in UTF-16 code units. */
  private static final int MIN_TITLE = 12;

  /** Shortest title in scripts whose characters are syllables or words. */
  private static final int MIN_WIDE_TITLE = 5;

  /** Words that a line and the window's title must share to be two wordings of one headline. */
  private static final int MIN_SHARED_WORDS = 4;

  /** Share of the line's words that must stand in the window's title. */
  private static final double SHARED_WORDS = 0.5;

  /** Words of a title's first part that is more than a section's name. */
  private static final int MIN_BEGINNING_WORDS = 3;

  /** Titles of one kind that are compared with all others; a hostile page has thousands. */
  static final int MAX_RIVALS = 20;

  /** Blocks at a page's start in which a headline may be repeated. */
  private static final int MAX_HEAD_BLOCKS = 400;

  /**
   * The titles of {@code page}.
   *
   * @param opening index of the block that a dateline opens, -1 if none does
   */
  static Titles of(Page page, PageSurvey survey, Phrases phrases, int opening) {
    List<TitleCandidate> candidates = new ArrayList<>();
    Set<String> sites = new LinkedHashSet<>();
    page.metadata("publisher").limit(MAX_RIVALS).map(Metadatum::value).forEach(sites::add);
    addHost(page, sites);
    page.metadata("headline").limit(MAX_RIVALS).forEach(m -> candidates.add(stated(m)));
    for (Label label : survey.labels()) {
      if (label.property().equals("headline") && label.value() != null) {
        candidates.add(
            new TitleCandidate(label.value(), Sources.ofLabel(label.name()), Kind.STATED));
      }
    }
    TopHeadings.candidates(page, sites).forEach(candidates::add);
    if (!page.document().isHtml()) {
      addLines(page.blocks(), survey, phrases, opening, candidates, sites);
    }
    Set<String> folded = new LinkedHashSet<>();
    for (TitleCandidate candidate : candidates) {
      if (isLong(candidate.text())) {
        folded.add(Folding.fold(candidate.text()));
      }
    }
    return new Titles(List.copyOf(candidates), sites, folded);
  }

  private static TitleCandidate stated(Metadatum m) {
    Kind kind =
        switch (m.source()) {
          case JSON_LD, MICRODATA ->
              m.key().startsWith("Web") || m.key().startsWith("Collection")
                  ? Kind.WINDOW
                  : Kind.STATED;
          case RECORD -> Kind.STATED;
          case TITLE_ELEMENT -> Kind.WINDOW;
          default -> Kind.SHARED;
        };
    return new TitleCandidate(m.value(), Sources.of(m), kind);
  }

  /** Titles of a plain-text dump: its first line, and lines that say the same or its beginning. */
  private static void addLines(
      List<Block> blocks,
      PageSurvey survey,
      Phrases phrases,
      int opening,
      List<TitleCandidate> candidates,
      Set<String> sites) {
    if (blocks.isEmpty()) {
      return;
    }
    List<Block> head = blocks.subList(0, Math.min(MAX_HEAD_BLOCKS, blocks.size()));
    String first = head.get(0).text();
    boolean window =
        isLong(first)
            && !isSentence(first)
            && opening != 0
            && !phrases.isLine(Folding.fold(first))
            && !isTrail(first, phrases);
    if (window) {
      String repeated = repetition(head, first);
      if (!repeated.isEmpty()) {
        candidates.add(new TitleCandidate(repeated, Sources.TITLE, Kind.HEADING));
        TitleSite.of(first, repeated).ifPresent(sites::add);
      } else {
        alike(head, first, survey, phrases)
            .ifPresent(
                line -> candidates.add(new TitleCandidate(line, Sources.TEXT, Kind.HEADING)));
      }
      candidates.add(new TitleCandidate(first, Sources.TITLE, Kind.WINDOW));
    }
    for (int i = 1; i < head.size(); i++) {
      String text = head.get(i).text();
      if (text.equals(head.get(i - 1).text())
          && ((isTitleLine(head.get(i), survey) && TitleSite.words(text).size() >= 3)
              || isAboveNote(i, survey))
          && phrases.in(text, Folding.fold(text)).isEmpty()) {
        candidates.add(new TitleCandidate(text, Sources.TITLE, Kind.HEADING));
        break;
      }
    }
    if (candidates.stream().noneMatch(c -> c.kind() == Kind.HEADING)) {
      int index = opening > 0 ? opening : firstNote(survey);
      Block above = above(head, index > 0 ? index : firstSentence(head), survey, phrases);
      if (above != null) {
        candidates.add(new TitleCandidate(above.text(), Sources.TEXT, Kind.POSITION));
      }
    }
  }

  /** The line above a block, labels, bylines and dates between them aside, if it may be a title. */
  static @Nullable Block above(List<Block> blocks, int index, PageSurvey survey, Phrases phrases) {
    for (int i = Math.min(index, blocks.size()) - 1; i >= 0; i--) {
      Block block = blocks.get(i);
      if (!survey.reasons().containsKey(i)) {
        return isTitleLine(block, survey)
                && !isSentence(block.text())
                && phrases.in(block.text(), Folding.fold(block.text())).isEmpty()
            ? block
            : null;
      }
    }
    return null;
  }

  /**
   * The longest later line that the window's title is, or that is one part of it; its beginning
   * before other parts, unless that is as short as a section's name.
   */
  private static String repetition(List<Block> head, String first) {
    String folded = Folding.fold(first);
    String best = "";
    boolean bestBegins = false;
    for (Block block : head.subList(1, head.size())) {
      String text = block.text();
      if (isLong(text) && (folded.equals(Folding.fold(text)) || TitleSite.isPart(first, text))) {
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
  private static Optional<String> alike(
      List<Block> head, String title, PageSurvey survey, Phrases phrases) {
    Set<String> words = TitleSite.words(title);
    String best = null;
    int most = MIN_SHARED_WORDS - 1;
    for (Block block : head.subList(1, head.size())) {
      if (isTitleLine(block, survey) && !isSentence(block.text())) {
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

  /** Whether a label or date stands right under a line, as under the title that a system prints. */
  private static boolean isAboveNote(int index, PageSurvey survey) {
    return !survey.reasons().containsKey(index) && survey.reasons().containsKey(index + 1);
  }

  /** The first line that is a paragraph, or -1. */
  private static int firstSentence(List<Block> head) {
    return head.stream()
        .filter(block -> isSentence(block.text()))
        .mapToInt(Block::index)
        .findFirst()
        .orElse(-1);
  }

  /** The first label, byline or date line of the page, or -1. */
  private static int firstNote(PageSurvey survey) {
    return survey.reasons().keySet().stream().mapToInt(Integer::intValue).min().orElse(-1);
  }

  private static boolean isTitleLine(Block block, PageSurvey survey) {
    return isLong(block.text())
        && block.text().length() <= 300
        && !survey.reasons().containsKey(block.index());
  }

  /** {@code Home > Culture > Books}: the way from the front page to this one. */
  private static boolean isTrail(String text, Phrases phrases) {
    for (int i = 1; i + 1 < text.length(); i++) {
      if (">›»/".indexOf(text.charAt(i)) >= 0) {
        return phrases.isLine(Folding.fold(text.substring(0, i)));
      }
    }
    return false;
  }

  /** A long line with a full stop is a paragraph; headlines end so only when they are short. */
  private static boolean isSentence(String text) {
    return text.length() > 250 || (text.length() > 80 && text.endsWith("."));
  }

  private static boolean isLong(String text) {
    String stripped = text.strip();
    boolean wide = !stripped.isEmpty() && stripped.codePointAt(0) >= 0x2E80;
    return stripped.length() >= (wide ? MIN_WIDE_TITLE : MIN_TITLE);
  }

  private static void addHost(Page page, Set<String> sites) {
    page.metadata("url").map(m -> Addresses.host(m.value())).forEach(h -> addNames(h, sites));
    String captured = page.document().capture().url();
    if (captured != null) {
      addNames(Addresses.host(captured), sites);
    }
  }

  private static void addNames(String host, Set<String> sites) {
    if (!host.isEmpty()) {
      sites.add(host);
      String bare = host.startsWith("www.") ? host.substring(4) : host;
      sites.add(bare);
      int dot = bare.indexOf('.');
      if (dot > 2) {
        sites.add(bare.substring(0, dot));
      }
    }
  }
}
