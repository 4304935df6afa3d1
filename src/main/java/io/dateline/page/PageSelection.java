package io.dateline.page;

import io.dateline.article.Metadatum.Source;
import io.dateline.article.SelectedParts;
import io.dateline.article.SelectedParts.Finding;
import io.dateline.article.TextDocument;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The elements of one page that the job's own selectors fit. */
final class PageSelection {

  /**
   * Elements around each, on average, that a selector may be compared with as well: {@code div p}
   * asks all of them. News pages have ten; one of many elements that nest deeply costs minutes.
   */
  private static final int MEAN_DEPTH = 20;

  /** Addresses that a page states: honest ones state two, and each is held against each source. */
  private static final int MAX_ADDRESSES = 8;

  private final @Nullable SourceSelectors source;
  private final List<Finding> findings = new ArrayList<>();
  private final Set<Element> removed = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Element> story = Collections.newSetFromMap(new IdentityHashMap<>());

  private PageSelection(@Nullable SourceSelectors source) {
    this.source = source;
  }

  /**
   * What the first of {@code sources} that is about the page selects on it.
   *
   * @param metadata is given the values of fields
   */
  static PageSelection of(
      List<SourceSelectors> sources,
      Document html,
      TextDocument document,
      PageLimits limits,
      MetadataList metadata) {
    if (sources.isEmpty()) {
      return new PageSelection(null);
    }
    Survey survey = Survey.of(html, document, limits.maxSelectorElements());
    SourceSelectors source = survey.choose(sources, document);
    PageSelection selection = new PageSelection(source);
    if (source != null) {
      // On a page that is too large nothing is looked for, and so nothing is found.
      selection.select(source, survey.complete() ? html : new Document(""), metadata);
    }
    return selection;
  }

  /**
   * What is asked of a page before a selector is.
   *
   * @param addresses where the page was fetched from, and where it says it belongs
   * @param complete whether it has no more elements than selectors may be compared with, nor more
   *     elements around them
   */
  private record Survey(List<String> addresses, boolean complete) {

    static Survey of(Document html, TextDocument document, int maxElements) {
      List<String> addresses = new ArrayList<>();
      String captured = document.capture().url();
      if (captured != null) {
        addresses.add(captured);
      }
      Element at = html;
      int count = 0;
      int depth = 0;
      long around = 0;
      while (at != null && count <= maxElements && around <= (long) MEAN_DEPTH * maxElements) {
        count++;
        around += depth;
        addAddress(at, addresses);
        Element next = at.firstElementChild();
        depth += next == null ? 0 : 1;
        while (next == null && at != null && depth > 0) {
          next = at.nextElementSibling();
          if (next == null) {
            at = at.parent();
            depth--;
          }
        }
        at = next;
      }
      return new Survey(
          addresses, count <= maxElements && around <= (long) MEAN_DEPTH * maxElements);
    }

    private static void addAddress(Element element, List<String> addresses) {
      if (addresses.size() >= MAX_ADDRESSES) {
        return;
      }
      if (element.nameIs("link") && element.attr("rel").equalsIgnoreCase("canonical")) {
        addresses.add(element.absUrl("href"));
      } else if (element.nameIs("meta") && element.attr("property").equalsIgnoreCase("og:url")) {
        addresses.add(element.absUrl("content"));
      }
    }

    @Nullable SourceSelectors choose(List<SourceSelectors> sources, TextDocument document) {
      for (SourceSelectors source : sources) {
        HostName host = source.host();
        if (source.entries().test(document.id())
            && (host == null || addresses.stream().anyMatch(host::fits))) {
          return source;
        }
      }
      return null;
    }
  }

  private void select(SourceSelectors source, Document html, MetadataList metadata) {
    List<Finding> removals = new ArrayList<>();
    for (CssSelector selector : source.remove()) {
      List<Element> found = selector.in(html);
      removed.addAll(found);
      removals.add(new Finding("remove", selector.toString(), found.size()));
    }
    CssSelector storySelector = source.story();
    if (storySelector != null) {
      storySelector.in(html).stream().filter(this::isThere).forEach(story::add);
      findings.add(new Finding(SelectedParts.STORY, storySelector.toString(), story.size()));
    }
    findings.addAll(removals);
    source.fields().forEach((field, selector) -> select(field, selector, html, metadata));
  }

  private void select(
      SelectedField field, CssSelector selector, Document html, MetadataList metadata) {
    int found = 0;
    for (Element element : selector.in(html)) {
      String value = isThere(element) ? value(element, field) : "";
      if (!value.isEmpty()) {
        metadata.add(Source.SELECTOR, selector.toString(), field.property(), value);
        if (++found == field.maxValues()) {
          break;
        }
      }
    }
    findings.add(new Finding(field.key(), selector.toString(), found));
  }

  /** What the element says for machines, where it does, or else its text. */
  private String value(Element element, SelectedField field) {
    String value = "";
    if (field.isDate() && element.hasAttr("datetime")) {
      value = element.attr("datetime");
    } else if (element.hasAttr("content") && (field.isDate() || element.nameIs("meta"))) {
      value = element.attr("content");
    }
    return TextFolding.fold(value.isBlank() ? ElementText.of(element, removed) : value);
  }

  /** Whether the element stands in none that is removed. */
  private boolean isThere(Element element) {
    if (removed.isEmpty()) {
      return true;
    }
    for (Element at = element; at != null; at = at.parent()) {
      if (removed.contains(at)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the element is left out, with all in it. */
  boolean isRemoved(Element element) {
    return !removed.isEmpty() && removed.contains(element);
  }

  /** Whether the element holds the story, or a part of it. */
  boolean isStory(Element element) {
    return !story.isEmpty() && story.contains(element);
  }

  /**
   * What was found.
   *
   * @param storyBlocks indexes of the blocks inside the story's elements
   */
  SelectedParts parts(Set<Integer> storyBlocks) {
    if (source == null) {
      return SelectedParts.NONE;
    }
    List<Finding> reported = new ArrayList<>();
    for (Finding finding : findings) {
      boolean blank = finding.key().equals(SelectedParts.STORY) && storyBlocks.isEmpty();
      reported.add(blank ? new Finding(finding.key(), finding.selector(), 0) : finding);
    }
    return new SelectedParts(source.name(), storyBlocks, reported);
  }
}
