package io.dateline.batch.settings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What a job knows of the papers that it reads, beside the built-in rules.
 *
 * @param phrases lines that are no part of a story
 * @param sources where the pages of a source have what; the first that fits a page counts
 */
public record ExtractionSettings(
    @Valid PhraseSettings phrases, @Size(max = MAX_SOURCES) List<@Valid SourceSettings> sources) {

  /** Each HTML page is held against all of them until one fits. */
  private static final int MAX_SOURCES = 200;

  /** Each block of a page is held against all of them. */
  private static final int MAX_PHRASES = 500;

  /** Nothing is known. */
  public static final ExtractionSettings NONE =
      new ExtractionSettings(new PhraseSettings(List.of(), List.of(), List.of()), List.of());

  public ExtractionSettings {
    sources = List.copyOf(sources);
  }

  /**
   * Phrases as {@link io.dateline.extract.body.JobPhrase} reads them, by what they say.
   *
   * @param end the story is over
   * @param aside side matter starts, and the story may go on after it
   * @param drop the line is no part of a story
   */
  public record PhraseSettings(
      @Size(max = MAX_PHRASES) List<@NotBlank @Written(Form.PHRASE) String> end,
      @Size(max = MAX_PHRASES) List<@NotBlank @Written(Form.PHRASE) String> aside,
      @Size(max = MAX_PHRASES) List<@NotBlank @Written(Form.PHRASE) String> drop) {

    public PhraseSettings {
      end = List.copyOf(end);
      aside = List.copyOf(aside);
      drop = List.copyOf(drop);
    }
  }

  /**
   * The pages of one source. Each text may be empty: then it says nothing.
   *
   * @param collection the pages' collection
   * @param path pattern of the pages' paths: see {@link io.dateline.source.PathPattern}
   * @param host the pages' host: see {@link io.dateline.page.HostName}
   * @param story CSS selector of what the story stands in: see {@link io.dateline.page.CssSelector}
   * @param remove CSS selectors of what is left out as if it were not on the page
   * @param headline CSS selector of the headline, and so on for the other fields
   */
  public record SourceSettings(
      String collection,
      @Written(Form.PATH_PATTERN) String path,
      @Written(Form.HOST) String host,
      @Written(Form.SELECTOR) String story,
      @Size(max = MAX_REMOVED) List<@NotBlank @Written(Form.SELECTOR) String> remove,
      @Written(Form.SELECTOR) String headline,
      @Written(Form.SELECTOR) String alternativeHeadline,
      @Written(Form.SELECTOR) String datePublished,
      @Written(Form.SELECTOR) String dateModified,
      @Written(Form.SELECTOR) String authors,
      @Written(Form.SELECTOR) String articleSection) {

    private static final int MAX_REMOVED = 20;

    /** A source of which nothing is said. */
    static final SourceSettings NONE =
        new SourceSettings("", "", "", "", List.of(), "", "", "", "", "", "");

    public SourceSettings {
      collection = collection.strip();
      path = path.strip();
      host = host.strip();
      story = story.strip();
      headline = headline.strip();
      alternativeHeadline = alternativeHeadline.strip();
      datePublished = datePublished.strip();
      dateModified = dateModified.strip();
      authors = authors.strip();
      articleSection = articleSection.strip();
      remove = List.copyOf(remove);
    }
  }
}
