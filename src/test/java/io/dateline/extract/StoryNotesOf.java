package io.dateline.extract;

import io.dateline.article.Page;
import io.dateline.extract.body.Phrases;
import io.dateline.extract.body.StoryNotes;
import io.dateline.extract.credit.Agencies;
import io.dateline.extract.credit.Bylines;
import io.dateline.extract.credit.PersonNames;
import io.dateline.extract.date.DateParser;
import io.dateline.extract.dateline.DatelineParser;
import io.dateline.extract.label.LabelReader;
import java.util.List;

/** What is known of a page's blocks before its story is looked for, as the extractor finds it. */
public final class StoryNotesOf {

  private final Phrases phrases = new Phrases();
  private final Agencies agencies = new Agencies();
  private final PersonNames names = new PersonNames(agencies);
  private final Bylines bylines = new Bylines(names, agencies);
  private final DateParser dates = new DateParser();
  private final DatelineParser datelines = new DatelineParser();
  private final LabelReader labels = new LabelReader(new LabelValues(dates, names, phrases)::fits);

  public StoryNotes page(Page page) {
    PageSurvey survey = PageSurvey.of(page, labels, bylines, agencies, dates);
    int opening =
        StorySearch.opening(page, line -> datelines.parse(List.of(line), null).isPresent());
    return StorySearch.notes(
        page, survey, Titles.of(page, survey, phrases, names, opening), opening);
  }
}
