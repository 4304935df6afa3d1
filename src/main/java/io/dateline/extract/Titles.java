package io.dateline.extract;

import io.dateline.article.Metadatum;
import io.dateline.article.Page;
import io.dateline.extract.body.Phrases;
import io.dateline.extract.credit.PersonNames;
import io.dateline.extract.headline.TitleCandidate;
import io.dateline.extract.headline.TitleCandidate.Kind;
import io.dateline.extract.label.Label;
import io.dateline.extract.text.Folding;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything on a page that may be its headline, in order of trust, and what stands for the site's
 * name.
 *
 * @param candidates in order of trust
 * @param siteNames names of site and publisher
 * @param folded folded texts whose repetitions are no paragraphs
 */
record Titles(List<TitleCandidate> candidates, Set<String> siteNames, Set<String> folded) {

  /** Titles of one kind that are compared with all others; a hostile page has thousands. */
  static final int MAX_RIVALS = 20;

  /**
   * The titles of {@code page}.
   *
   * @param opening index of the block that a dateline opens, -1 if none does
   */
  static Titles of(Page page, PageSurvey survey, Phrases phrases, PersonNames names, int opening) {
    List<TitleCandidate> candidates = new ArrayList<>();
    Set<String> sites = new LinkedHashSet<>();
    page.metadata("publisher").limit(MAX_RIVALS).map(Metadatum::value).forEach(sites::add);
    addHost(page, sites);
    page.metadata("headline").limit(MAX_RIVALS).forEach(m -> candidates.add(stated(m)));
    survey.labels().stream().flatMap(Titles::labelled).limit(MAX_RIVALS).forEach(candidates::add);
    TopHeadings.candidates(page, sites).forEach(candidates::add);
    if (!page.document().isHtml()) {
      new DumpTitles(page, survey, phrases, names).addTo(candidates, sites, opening);
    }
    Set<String> folded = new LinkedHashSet<>();
    for (TitleCandidate candidate : candidates) {
      if (DumpTitles.isLong(candidate.text())) {
        folded.add(Folding.fold(candidate.text()));
      }
    }
    return new Titles(List.copyOf(candidates), sites, folded);
  }

  private static Stream<TitleCandidate> labelled(Label label) {
    return label.property().equals("headline") && label.value() != null
        ? Stream.of(new TitleCandidate(label.value(), Sources.ofLabel(label.name()), Kind.STATED))
        : Stream.empty();
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
          case SELECTOR, NEWSROOM -> Kind.SELECTED;
          default -> Kind.SHARED;
        };
    return new TitleCandidate(m.value(), Sources.of(m), kind);
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
