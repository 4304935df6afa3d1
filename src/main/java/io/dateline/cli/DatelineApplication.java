package io.dateline.cli;

final class DatelineApplication {
  private DatelineApplication() {}

  public static void main(String[] args) {}
}
