package io.dateline.extract.date;

/** What told which number of a date such as {@code 05/09/2016} is the day, the surest first. */
public enum OrderBasis {
  WEEKDAY("the weekday beside it"),
  FILING_DAY("the day in the dateline"),
  OTHER_DATES("other dates of the page show it"),
  SAME_DAY("another date of the page says the same day"),
  NOT_AFTER("the other way round it would lie after the page's last change or its capture"),
  SYSTEM_FORM("the form in which a publishing system prints it"),
  FILING_LAND("the land in the dateline"),
  REGION("the region of the page's language"),
  LANGUAGE("the one order of its language; nothing on the page decides"),
  /** Nobody knows the language, or it is English, which is written in both orders. */
  NOTHING("the usual order; nothing on the page decides");

  private final String reason;

  OrderBasis(String reason) {
    this.reason = reason;
  }

  /** The reason in plain words. */
  public String reason() {
    return reason;
  }

  /** Whether it is a guess, which may well be wrong. */
  public boolean isAssumption() {
    return this == NOTHING;
  }
}
