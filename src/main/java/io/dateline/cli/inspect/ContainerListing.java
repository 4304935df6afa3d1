package io.dateline.cli.inspect;

import io.dateline.article.EntryId;
import io.dateline.article.RawDocument;
import io.dateline.source.DocumentDecoder;
import io.dateline.source.container.ContainerEntries;
import io.dateline.source.container.ContainerEntry;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Lists what a container holds: a line for each document and each piece that cannot be read, and
 * the counts by type. Writes as it reads: nothing grows with the container but the counts.
 */
public final class ContainerListing {

  /** Types and kinds that are counted by themselves; they come from the input. */
  private static final int MAX_TYPES = 200;

  private final DocumentDecoder decoder = new DocumentDecoder();
  private final PrintWriter out;
  private final Map<String, Long> documents = new TreeMap<>();
  private final Map<String, Long> rejections = new TreeMap<>();
  private final Map<String, Long> passedOver = new TreeMap<>();

  public ContainerListing(PrintWriter out) {
    this.out = out;
  }

  /**
   * Prints lines for a person.
   *
   * @param first the entry that was read already, null if there is none
   */
  public void print(@Nullable ContainerEntry first, ContainerEntries entries) throws IOException {
    for (ContainerEntry entry = first; entry != null; entry = entries.next()) {
      if (entry instanceof ContainerEntry.Document document) {
        String type = count(documents, type(document));
        line("%,13d  %-24s %s", document.content().length, type, document.name());
      } else if (entry instanceof ContainerEntry.Rejected rejected) {
        String reason = count(rejections, rejected.reason().name());
        String size =
            rejected.sizeBytes() == null
                ? "-"
                : String.format(Locale.ROOT, "%,d", rejected.sizeBytes());
        line("%13s  %-24s %s: %s", size, reason, rejected.name(), rejected.message());
      } else if (entry instanceof ContainerEntry.PassedOver piece) {
        count(passedOver, piece.kind());
      }
    }
    line("");
    documents.forEach((type, number) -> line("%,13d  %s", number, type));
    rejections.forEach((reason, number) -> line("%,13d  %s", number, reason));
    passedOver.forEach((kind, number) -> line("%,13d  ignored: %s", number, kind));
    line("%,13d  entries", total(documents) + total(rejections) + total(passedOver));
  }

  /** Prints one JSON object. */
  public void json(@Nullable ContainerEntry first, ContainerEntries entries) throws IOException {
    JsonFactory factory =
        JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeArrayPropertyStart("entries");
      for (ContainerEntry entry = first; entry != null; entry = entries.next()) {
        if (entry instanceof ContainerEntry.Document document) {
          json.writeStartObject();
          json.writeStringProperty("entry_name", document.name());
          json.writeStringProperty("media_type", count(documents, type(document)));
          json.writeNumberProperty("size_bytes", document.content().length);
          json.writeEndObject();
        } else if (entry instanceof ContainerEntry.Rejected rejected) {
          json.writeStartObject();
          json.writeStringProperty("entry_name", rejected.name());
          json.writeStringProperty("reason", count(rejections, rejected.reason().name()));
          json.writeStringProperty("message", rejected.message());
          json.writeEndObject();
        } else if (entry instanceof ContainerEntry.PassedOver piece) {
          count(passedOver, piece.kind());
        }
      }
      json.writeEndArray();
      write(json, "documents_by_type", documents);
      write(json, "rejections_by_reason", rejections);
      write(json, "ignored_by_kind", passedOver);
      json.writeEndObject();
    }
    out.println();
  }

  private static void write(JsonGenerator json, String name, Map<String, Long> counts) {
    json.writeObjectPropertyStart(name);
    counts.forEach(json::writeNumberProperty);
    json.writeEndObject();
  }

  private String type(ContainerEntry.Document document) {
    return decoder
        .decode(new RawDocument(0, EntryId.ofFile("", ""), document.content(), document.capture()))
        .mediaType();
  }

  private static String count(Map<String, Long> counts, String type) {
    counts.merge(
        counts.containsKey(type) || counts.size() < MAX_TYPES ? type : "other", 1L, Long::sum);
    return type;
  }

  private static long total(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Names and kinds may try to steer the terminal. */
  private void line(String format, Object... arguments) {
    out.println(Terminal.visible(String.format(Locale.ROOT, format, arguments)));
  }
}
