package io.dateline.page.newsroom;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads one item of <a href="https://iptc.org/standards/newsml-g2/">NewsML-G2</a>, whose content is
 * NITF, XHTML or text. Of several renditions of one content the first with a text counts.
 *
 * <p>The day of publication, in this order: the date of {@code pubHistory/published}; {@code
 * embargoed}, before which no version may be published, if that is a later day than {@code
 * firstCreated}; {@code firstCreated}, when the item's first version was made; {@code
 * versionCreated}, when this version was; {@code contentCreated}. The day of modification is {@code
 * contentModified}, or that of a version which is not the first.
 */
final class G2Reader implements XmlListener {

  private static final Set<String> ITEMS =
      Set.of(
          "newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem");

  private final Draft draft;
  private final OpenTexts texts = new OpenTexts();
  private final List<String> path = new ArrayList<>();

  /** How many elements of these names are open. */
  private int histories;

  private int contentMetas;
  private final StringBuilder inlineData = new StringBuilder();
  private boolean datesAdded;
  private final G2Dates dates = new G2Dates();
  private @Nullable NitfReader nitf;
  private @Nullable StoryText xhtml;
  private String contentType = "";
  private String role = "";
  private int contentDepth;
  private int items;

  G2Reader(Draft draft) {
    this.draft = draft;
  }

  @Override
  public boolean isDone() {
    return items > 1;
  }

  @Override
  public void start(String name, Attributes attributes) {
    if (contentDepth > 0) {
      content(name, attributes);
      return;
    }
    String parent = path.isEmpty() ? "" : path.get(path.size() - 1);
    path.add(name);
    count(name, 1);
    texts.enter();
    if (ITEMS.contains(name)) {
      item(name, attributes);
      return;
    }
    switch (name) {
      case "inlineXML", "inlineData" -> {
        String type = attributes.get("contenttype");
        contentType = type == null ? "" : type;
        if (attributes.get("encoding") != null) {
          // Packed into letters, as base64 is: no text whatever its type.
          contentType = "encoded";
        }
        contentDepth = draft.hasStory() ? 0 : 1;
      }
      case "itemClass" -> draft.add("itemMeta/itemClass", "type", attributes.get("qcode"));
      case "pubStatus" ->
          draft.add("itemMeta/pubStatus", "creativeWorkStatus", attributes.get("qcode"));
      case "language" -> {
        if (parent.equals("contentMeta")) {
          draft.add("contentMeta/language", "inLanguage", attributes.get("tag"));
        }
      }
      default -> {
        if (parent.equals("itemMeta") || histories > 0) {
          itemMeta(name, attributes);
        }
        if (contentMetas > 0) {
          contentMeta(name, parent, attributes);
        }
        if (name.equals("name")) {
          named(parent);
        }
      }
    }
  }

  private void count(String name, int one) {
    histories += name.equals("pubHistory") ? one : 0;
    contentMetas += name.equals("contentMeta") ? one : 0;
  }

  private void item(String name, Attributes attributes) {
    if (++items > 1) {
      draft.excess("The message holds several items and could not be split into them.");
      return;
    }
    draft.id(attributes.get("guid"));
    draft.substitute("newsItem/@lang", "inLanguage", attributes.get("lang"));
    if (!name.equals("newsItem")) {
      draft.add(name, "type", name);
    }
  }

  private void itemMeta(String name, Attributes attributes) {
    switch (name) {
      case "versionCreated", "firstCreated", "embargoed" -> gather(text -> dates.add(name, text));
      case "date" -> gather(text -> dates.add("published", text));
      case "provider" ->
          draft.substitute("itemMeta/provider", "sourceOrganization", attributes.get("literal"));
      default -> {
        // Nothing that a column is for.
      }
    }
  }

  private void contentMeta(String name, String parent, Attributes attributes) {
    switch (name) {
      case "contentCreated", "contentModified" -> gather(text -> dates.add(name, text));
      case "headline" -> {
        String stated = attributes.get("role");
        role = stated == null ? "" : stated;
        gather(this::headline);
      }
      case "slugline" -> gather(text -> draft.substitute("contentMeta/slugline", "headline", text));
      case "by" ->
          gather(
              text -> {
                draft.add("contentMeta/by", "byline", text);
                draft.substitute("contentMeta/by", "author", text);
              });
      case "creditline" ->
          gather(text -> draft.substitute("contentMeta/creditline", "sourceOrganization", text));
      case "dateline" -> gather(text -> draft.add("contentMeta/dateline", "dateline", text));
      case "description" -> {
        if (parent.equals("contentMeta")) {
          gather(text -> draft.add("contentMeta/description", "description", text));
        }
      }
      case "keyword" -> gather(text -> draft.add("contentMeta/keyword", "keywords", text));
      default -> {
        // Nothing that a column is for.
      }
    }
  }

  /** The name of what stands around it. */
  private void named(String parent) {
    switch (parent) {
      case "provider" ->
          gather(text -> draft.add("itemMeta/provider/name", "sourceOrganization", text));
      case "creator" -> gather(text -> draft.add("contentMeta/creator", "author", text));
      case "subject" -> gather(text -> draft.add("contentMeta/subject", "keywords", text));
      case "located" -> gather(text -> draft.substitute("contentMeta/located", "dateline", text));
      default -> {
        // Of a part of another thing: a broader concept, a bureau.
      }
    }
  }

  /** A headline without a role, or with the main one, is the headline. */
  private void headline(String text) {
    boolean second = role.contains("sub") || role.contains("second") || role.contains("deck");
    if (second || draft.has("headline")) {
      draft.add("contentMeta/headline", "alternativeHeadline", text);
    } else {
      draft.add("contentMeta/headline", "headline", text);
    }
  }

  /** An element of the content itself. */
  private void content(String name, Attributes attributes) {
    if (contentDepth++ == 1 && nitf == null && xhtml == null) {
      if (name.equals("nitf")) {
        nitf = new NitfReader(draft);
        draft.storyKey("inlineXML/nitf");
      } else {
        xhtml = new StoryText(draft);
        draft.storyKey("inlineXML/" + (name.equals("html") ? name : "xml"));
      }
    }
    if (nitf != null) {
      nitf.start(name, attributes);
    } else if (xhtml != null) {
      xhtml.start(name);
    }
  }

  @Override
  public void end(String name) {
    if (contentDepth > 1) {
      contentDepth--;
      if (nitf != null) {
        nitf.end(name);
      } else if (xhtml != null) {
        xhtml.end(name);
      }
      return;
    }
    if (contentDepth == 1) {
      contentDepth = 0;
      endContent();
    }
    texts.leave();
    if (!path.isEmpty()) {
      count(path.remove(path.size() - 1), -1);
    }
  }

  private void endContent() {
    // The item's own days come before those of the story inside it.
    addDates();
    if (nitf != null) {
      nitf.finish();
    } else if (xhtml != null) {
      xhtml.finish();
    } else if (!inlineData.toString().isBlank()) {
      draft.storyKey("inlineData");
      if (contentType.contains("html")) {
        draft.html(inlineData.toString());
      } else if (contentType.isEmpty() || contentType.startsWith("text/plain")) {
        draft.text(inlineData.toString());
      }
    }
    nitf = null;
    xhtml = null;
    inlineData.setLength(0);
  }

  @Override
  public void text(String chunk) {
    if (contentDepth == 0) {
      texts.append(chunk);
    } else if (nitf != null) {
      nitf.text(chunk);
    } else if (xhtml != null) {
      xhtml.text(chunk);
    } else {
      inlineData.append(chunk);
    }
  }

  /** Writes down what is known once all was read, or as much as there is. */
  void finish() {
    endContent();
    addDates();
  }

  private void addDates() {
    if (!datesAdded) {
      datesAdded = true;
      dates.addTo(draft);
    }
  }

  private void gather(Consumer<String> done) {
    texts.gather(done);
  }
}
