package io.dateline.extract;

import io.dateline.article.Block;
import io.dateline.article.Metadatum;
import io.dateline.article.Metadatum.Source;
import io.dateline.article.Page;
import io.dateline.extract.headline.TitleCandidate;
import io.dateline.extract.headline.TitleCandidate.Kind;
import io.dateline.extract.headline.TitleSite;
import io.dateline.extract.text.Folding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The top headings of an HTML page, and which of them its readers see as the headline. Titles for
 * search engines and for sharing are often other wordings, and repeat each other; the heading above
 * the story is what the newspaper printed. The site's name and the trail of sections stand in top
 * headings as well, and are none.
 */
final class TopHeadings {

  /** Words of a sole heading below which it may be a section's name. */
  private static final int MIN_WORDS = 3;

  /** Share of its words that the page's other titles have, so that both speak of one thing. */
  private static final double RELATED = 0.3;

  /** The nearest class names around a heading, in UTF-16 code units: those say what it is. */
  private static final int MAX_HINTS = 80;

  /** Blocks at a page's start in which its headline is sought. */
  private static final int MAX_HEAD_BLOCKS = 400;

  /** Top headings that are looked at; a hostile page has thousands. */
  private static final int MAX_READ = 200;

  /** Longest heading, in UTF-16 code units; a longer one is a paragraph. */
  private static final int MAX_HEADING = 400;

  /** Marks and spaces that a printed title may have more than a stated one. */
  private static final int MAX_MARKS = 40;

  private TopHeadings() {}

  /** The headings as candidates, in page order. */
  static List<TitleCandidate> candidates(Page page, Collection<String> sites) {
    List<Block> headings = headings(page, sites);
    List<TitleCandidate> candidates = new ArrayList<>();
    // Microdata repeats the heading that it stands in.
    List<String> titles =
        page.metadata("headline")
            .filter(m -> m.source() != Source.MICRODATA)
            .limit(Titles.MAX_RIVALS)
            .map(Metadatum::value)
            .toList();
    Block main = main(headings, titles);
    for (Block heading : headings) {
      boolean sole = headings.size() == 1 && TitleSite.words(heading.text()).size() >= MIN_WORDS;
      Kind kind =
          heading.equals(main) ? Kind.MAIN_HEADING : sole ? Kind.SOLE_HEADING : Kind.HEADING;
      candidates.add(new TitleCandidate(heading.text(), Sources.H1, kind));
    }
    if (page.document().isHtml() && main == null) {
      printed(page, titles).forEach(candidates::add);
    }
    return candidates;
  }

  private static List<Block> headings(Page page, Collection<String> sites) {
    Set<String> names = new HashSet<>();
    sites.forEach(site -> names.add(joined(site)));
    Set<String> seen = new LinkedHashSet<>();
    List<Block> headings = new ArrayList<>();
    int read = 0;
    for (Block block : page.blocks()) {
      if (headings.size() >= Titles.MAX_RIVALS || read >= MAX_READ) {
        break;
      }
      read += block.tag().equals("h1") ? 1 : 0;
      if (block.tag().equals("h1")
          && block.text().length() <= MAX_HEADING
          && !block.isBesideTheStory()
          && block.linkDensity() < 0.9
          && !isNamedOtherwise(block)
          && !names.contains(joined(block.text()))
          && seen.add(block.text())) {
        headings.add(block);
      }
    }
    return headings;
  }

  /** The stated titles that stand on the page as well, in whatever element. */
  private static List<TitleCandidate> printed(Page page, List<String> titles) {
    Set<String> folded = new HashSet<>();
    titles.forEach(title -> folded.add(Folding.fold(title)));
    int longest = titles.stream().mapToInt(String::length).max().orElse(0);
    List<TitleCandidate> printed = new ArrayList<>();
    for (Block block : page.blocks()) {
      if (block.index() > MAX_HEAD_BLOCKS || printed.size() >= Titles.MAX_RIVALS) {
        break;
      }
      if (!block.tag().equals("h1")
          && !block.isBesideTheStory()
          && block.linkDensity() < 0.9
          && !isNamedOtherwise(block)
          // A paragraph is not folded to learn that it is no title.
          && block.text().length() <= Math.min(MAX_HEADING, longest + MAX_MARKS)
          && TitleSite.words(block.text()).size() >= MIN_WORDS
          && folded.contains(Folding.fold(block.text()))) {
        printed.add(new TitleCandidate(block.text(), Sources.TEXT, Kind.HEADING));
      }
    }
    return printed;
  }

  /** The heading that the other titles speak of, if it is the only one; else null. */
  private static @Nullable Block main(List<Block> headings, List<String> titles) {
    Set<String> words = new HashSet<>();
    titles.forEach(title -> words.addAll(TitleSite.words(title)));
    Block main = null;
    for (Block heading : headings) {
      if (isRelated(heading.text(), words) && !isBeginning(heading.text(), titles)) {
        if (main != null) {
          return null;
        }
        main = heading;
      }
    }
    return main;
  }

  private static boolean isRelated(String heading, Set<String> words) {
    Set<String> own = TitleSite.words(heading);
    int all = own.size();
    own.retainAll(words);
    return all >= 2 && own.size() >= RELATED * all;
  }

  /** One or two words with which a longer title begins: a section, a series, a keyword. */
  private static boolean isBeginning(String heading, List<String> titles) {
    String folded = Folding.fold(heading);
    return TitleSite.words(heading).size() < MIN_WORDS
        && titles.stream().anyMatch(title -> Folding.fold(title).startsWith(folded + " "));
  }

  /** Whether the heading calls itself a logo or the trail of sections. */
  private static boolean isNamedOtherwise(Block block) {
    String hints = block.hints();
    String nearest = hints.length() > MAX_HINTS ? hints.substring(0, MAX_HINTS) : hints;
    return nearest.contains("breadcrumb") || nearest.contains("logo");
  }

  private static String joined(String name) {
    return Folding.fold(name).replace(" ", "");
  }
}
