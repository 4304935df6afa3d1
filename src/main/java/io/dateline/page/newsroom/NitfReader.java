package io.dateline.page.newsroom;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads <a href="https://iptc.org/standards/nitf/">NITF</a> 3.x.
 *
 * <p>The day of publication, in this order: {@code pubdata/@date.publication}, the day on which a
 * named publication printed it; {@code docdata/date.release}, when the document may be released at
 * the earliest, if that is a later day than {@code docdata/date.issue}; {@code date.issue}, when it
 * was issued; {@code story.date} in the dateline. {@code date.expire} is no day of the story's. The
 * day of modification is the latest {@code revision-history/@norm}, the date of a revision, if the
 * document was issued by then: earlier ones belong to the writing of it.
 */
final class NitfReader implements XmlListener {

  /** Names without elements around them, in UTF-16 code units, after which no more are read. */
  private static final int MAX_WRITERS = 1_000;

  private final Draft draft;
  private final StoryText story;
  private final OpenTexts texts = new OpenTexts();
  private final List<String> path = new ArrayList<>();
  private @Nullable String published;
  private @Nullable String released;
  private @Nullable String issued;
  private @Nullable String filed;
  private @Nullable String revised;
  private int stories;
  private int bylines;
  private int titles;
  private boolean namesPerson;
  private final BoundedText writers = new BoundedText(MAX_WRITERS);

  NitfReader(Draft draft) {
    this.draft = draft;
    this.story = new StoryText(draft);
  }

  @Override
  public void start(String name, Attributes attributes) {
    String parent = path.isEmpty() ? "" : path.get(path.size() - 1);
    path.add(name);
    texts.enter();
    if (stories > 0) {
      story.start(name);
    }
    switch (name) {
      case "nitf" -> draft.substitute("nitf/@lang", "inLanguage", attributes.get("lang"));
      case "title" -> gather(text -> draft.substitute("head/title", "headline", text));
      case "hl1" -> gather(text -> stated("hl1", "headline", text));
      case "hl2" -> {
        if (path.contains("hedline")) {
          gather(text -> draft.add("hl2", "alternativeHeadline", text));
        }
      }
      case "body.content" -> {
        draft.add("body.content/@lang", "inLanguage", attributes.get("lang"));
        stories++;
      }
      case "abstract" -> gather(text -> draft.add("abstract", "description", text));
      case "tagline" -> gather(text -> draft.passage(text, "p", false));
      case "media-reference" -> picture(attributes);
      default -> {
        document(name, attributes);
        credits(name, parent);
      }
    }
  }

  /** What {@code head} says of the document. */
  private void document(String name, Attributes attributes) {
    switch (name) {
      case "docdata" ->
          draft.add(
              "docdata/@management-status",
              "creativeWorkStatus",
              attributes.get("management-status"));
      case "doc-id" -> draft.id(attributes.get("id-string"));
      case "date.issue" -> issued = first(issued, attributes.get("norm"));
      case "date.release" -> released = first(released, attributes.get("norm"));
      case "revision-history" -> {
        String norm = attributes.get("norm");
        revised = Days.isAfter(norm, revised) ? norm : revised;
      }
      case "story.date" -> filed = first(filed, attributes.get("norm"));
      case "keyword" -> draft.add("key-list/keyword", "keywords", attributes.get("key"));
      case "tobject.subject" -> {
        for (String part : List.of("type", "matter", "detail")) {
          draft.add("tobject.subject", "keywords", attributes.get("tobject.subject." + part));
        }
      }
      case "pubdata" -> {
        published = first(published, attributes.get("date.publication"));
        draft.add("pubdata/@name", "publisher", attributes.get("name"));
        draft.add(
            "pubdata/@position.section", "articleSection", attributes.get("position.section"));
        draft.add("pubdata/@ex-ref", "url", attributes.get("ex-ref"));
      }
      default -> {
        // Rights, urgency, addressees have no column.
      }
    }
  }

  /** Who wrote and who sent it, and from where. */
  private void credits(String name, String parent) {
    switch (name) {
      case "byline" -> {
        bylines++;
        namesPerson = false;
        writers.clear();
        gather(text -> draft.add("byline", "byline", text));
      }
      case "byttl" -> {
        titles++;
        texts.append(" ");
      }
      case "person" -> {
        if (bylines > 0 && titles == 0) {
          namesPerson = true;
          gather(text -> draft.add("byline/person", "author", text));
        }
      }
      case "name.given", "name.family" -> texts.append(" ");
      case "distributor" ->
          gather(text -> draft.substitute("distributor", "sourceOrganization", text));
      case "org" -> {
        if (parent.equals("distributor")) {
          gather(text -> draft.add("distributor/org", "sourceOrganization", text));
        }
      }
      case "dateline" -> gather(text -> stated("dateline", "dateline", text));
      default -> {
        // A word of the story.
      }
    }
  }

  @Override
  public void end(String name) {
    texts.leave();
    switch (name) {
      case "byline" -> {
        if (!namesPerson) {
          draft.add("byline", "author", writers.toString());
        }
        bylines--;
      }
      case "byttl" -> titles--;
      case "body.content" -> {
        story.finish();
        stories--;
      }
      default -> {
        // Nothing depends on its end.
      }
    }
    if (stories > 0) {
      story.end(name);
    }
    if (!path.isEmpty()) {
      path.remove(path.size() - 1);
    }
  }

  @Override
  public void text(String chunk) {
    texts.append(chunk);
    if (bylines > 0 && titles == 0) {
      writers.append(chunk);
    }
    if (stories > 0) {
      story.text(chunk);
    }
  }

  /** Writes down what is known once all was read, or as much as there is. */
  void finish() {
    story.finish();
    draft.add("pubdata/@date.publication", "datePublished", Days.extended(published));
    if (Days.isLater(released, issued)) {
      draft.add("date.release", "datePublished", Days.extended(released));
    }
    draft.add("date.issue", "datePublished", Days.extended(issued));
    draft.add("story.date", "datePublished", Days.extended(filed));
    if (Days.isAfter(revised, issued == null ? published : issued)) {
      draft.add("revision-history", "dateModified", Days.extended(revised));
    }
  }

  private void picture(Attributes attributes) {
    String type = attributes.get("mime-type");
    if (type == null || type.startsWith("image/")) {
      draft.add("media-reference/@source", "image", attributes.get("source"));
    }
  }

  /** The first of its kind is the story's. */
  private void stated(String key, String property, String text) {
    if (!draft.has(property)) {
      draft.add(key, property, text);
    }
  }

  private void gather(Consumer<String> done) {
    texts.gather(done);
  }

  private static @Nullable String first(@Nullable String known, @Nullable String value) {
    return known != null || value == null || value.isBlank() ? known : value;
  }
}
