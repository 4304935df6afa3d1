package io.dateline.extract.headline;

import io.dateline.article.ArticleField;
import io.dateline.article.Trace;
import io.dateline.extract.headline.TitleCandidate.Kind;
import io.dateline.extract.text.Folding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Chooses the headline by worth of its source and agreement with the others: two sources that say
 * the same are more than one that says something else.
 *
 * <p>Stateless and safe for use by several threads.
 */
public final class HeadlineChooser {

  /** Longest headline, in UTF-16 code units; a longer candidate is a paragraph. */
  static final int MAX_LENGTH = 400;

  /** What another source adds that says the same. */
  private static final int SAME = 3;

  /** What another source adds that says more, or less, but starts alike. */
  private static final int ALIKE = 1;

  /** The chosen headline. */
  public record Headline(String text, String source) {}

  private record Scored(int index, TitleCandidate candidate, String text, String folded) {}

  /**
   * The headline, or empty if no candidate has words.
   *
   * @param candidates in the order of their sources
   * @param siteNames names of the site and its publisher, as far as known
   */
  public Optional<Headline> choose(
      List<TitleCandidate> candidates, Collection<String> siteNames, Trace trace) {
    List<Scored> scored = scored(candidates, new SiteNames(siteNames));
    Scored best = null;
    int bestWorth = 0;
    for (Scored one : scored) {
      int worth = worth(one, scored);
      if (worth > bestWorth) {
        best = one;
        bestWorth = worth;
      }
    }
    for (Scored one : scored) {
      if (best != null && one.candidate().kind() == Kind.STATED && one.text().equals(best.text())) {
        // Where the page states the very same for machines, that is the source to name.
        best = one;
        break;
      }
    }
    if (trace.isOn()) {
      for (Scored one : scored) {
        trace.candidate(
            ArticleField.HEADLINE,
            one.text(),
            one.candidate().source(),
            one.equals(best),
            "worth " + worth(one, scored) + " by its source and the sources that agree");
      }
    }
    return best == null
        ? Optional.empty()
        : Optional.of(new Headline(best.text(), best.candidate().source()));
  }

  private static List<Scored> scored(List<TitleCandidate> candidates, SiteNames sites) {
    List<Scored> scored = new ArrayList<>();
    for (TitleCandidate candidate : candidates) {
      String text = cut(candidate, candidates, sites);
      String folded = Folding.fold(text);
      if (!folded.isEmpty() && text.length() <= MAX_LENGTH) {
        scored.add(new Scored(scored.size(), candidate, text, folded));
      }
    }
    return scored;
  }

  /** The candidate without the site's name; another candidate shows best where it ends. */
  private static String cut(
      TitleCandidate candidate, List<TitleCandidate> others, SiteNames sites) {
    String text = candidate.text().strip();
    if (candidate.kind() == Kind.WINDOW) {
      String shown = "";
      for (TitleCandidate other : others) {
        String line = other.text().strip();
        if (other.kind() != Kind.WINDOW
            && line.length() > shown.length()
            && SiteNames.wordCount(line) >= 2
            && SiteNames.siteAfter(text, line).isPresent()) {
          shown = line;
        }
      }
      return shown.isEmpty() ? sites.withoutAny(text) : sites.withoutKnown(shown);
    }
    return sites.withoutKnown(text);
  }

  private static int worth(Scored one, List<Scored> all) {
    int worth = one.candidate().kind().worth();
    List<String> heard = new ArrayList<>();
    for (Scored other : all) {
      if (other.index() == one.index() || heard.contains(other.candidate().source())) {
        continue;
      }
      if (other.folded().equals(one.folded())) {
        worth += SAME;
        heard.add(other.candidate().source());
      } else if (other.folded().startsWith(one.folded() + " ")
          || one.folded().startsWith(other.folded() + " ")) {
        worth += ALIKE;
      }
    }
    return worth;
  }
}
