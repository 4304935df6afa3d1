package io.dateline.source.container;

import static io.dateline.source.container.Packing.concat;
import static io.dateline.source.container.Packing.members;
import static io.dateline.source.container.Packing.text;

import java.util.LinkedHashMap;
import java.util.Map;

/** A small file of each format that is opened, whole and every time the same. */
public final class ContainerSamples {

  private static final String URL = "http://harbour.example/1";

  private ContainerSamples() {}

  /** The files, each under what it is. */
  public static Map<String, byte[]> all() {
    Map<String, byte[]> samples = new LinkedHashMap<>(packed());
    samples.putAll(records());
    return samples;
  }

  /** Archives and compressed files, in each other too. */
  static Map<String, byte[]> packed() {
    Map<String, byte[]> members = members("a.txt", "b.txt", "c.txt");
    byte[] text = text("Rain fell on the harbour, and then it fell again.");
    Map<String, byte[]> samples = new LinkedHashMap<>();
    samples.put("gzip", Packing.gzip(text));
    samples.put("gzip of two members", concat(Packing.gzip(text), Packing.gzip(text)));
    samples.put("bzip2", Packing.bzip2(text));
    samples.put("xz", Packing.xz(text));
    samples.put("zstandard", Packing.zstandard(text));
    samples.put("lz4", Packing.lz4(text));
    samples.put("zip", Packing.zip(members));
    samples.put("zip with descriptors", zipWithDescriptors(members));
    samples.put("tar", Packing.tar(members));
    samples.put("7z", Packing.sevenZ(members));
    samples.put("7z of one block", Packing.solidSevenZ("Rain.", "Snow.", "Hail."));
    samples.put("tar in gzip", Packing.gzip(Packing.tar(members)));
    samples.put("tar in xz", Packing.xz(Packing.tar(members)));
    samples.put(
        "zip in tar in zstandard",
        Packing.zstandard(Packing.tar(Map.of("z", Packing.zip(members)))));
    return samples;
  }

  /** Files that hold a document a record. */
  public static Map<String, byte[]> records() {
    Map<String, byte[]> samples = new LinkedHashMap<>();
    samples.put("warc", warc(false));
    samples.put("warc in gzip", warc(true));
    samples.put("arc", arc());
    samples.put("arc in gzip", Packing.gzip(arc()));
    samples.put(
        "json lines",
        text(
            """
            {"id": "h-1", "title": "Harbour reopens", "date": "2012-05-14", "text": "Ferries left."}

            {"id": "h-2", "authors": ["Ida Roe", "Jan Holt"], "text": ["Rain fell.", "\\u00c9t\\u00e9."]}
            {"id": "h-3", "meta": {"url": "http://harbour.example/3"}, "html": "<p>Snow \\ud83c\\udf28</p>"}
            """));
    samples.put(
        "csv",
        text(
            """
            id,title,date,text
            h-1,Harbour reopens,2012-05-14,"Ferries left
            on ""time"", all of them."
            h-2,Rain,,Rain fell on the harbour.
            h-3,"Snow, again",2012-05-16,Snow fell on the harbour.
            """));
    samples.put(
        "csv with semicolons",
        text("text;url\nRain fell.;http://harbour.example/1\n\"Snow; hail.\";\nFog.;x\n"));
    samples.put(
        "newsml-g2 message",
        text(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/><itemSet>
            <newsItem guid="tag:harbour.example,2019:1"><itemMeta><itemClass qcode="ninat:text"/></itemMeta>
            <contentMeta><headline>Harbour reopens</headline></contentMeta><contentSet><inlineXML>
            <html xmlns="http://www.w3.org/1999/xhtml"><body><p>Ferries left.</p></body></html>
            </inlineXML></contentSet></newsItem>
            <newsItem guid="b"><!-- </newsItem> --><contentSet><inlineData>Rain.</inlineData></contentSet></newsItem>
            </itemSet></newsMessage>
            """));
    return samples;
  }

  private static byte[] zipWithDescriptors(Map<String, byte[]> members) {
    ZipBytes zip = new ZipBytes();
    members.forEach(
        (name, content) -> {
          ZipBytes.Entry entry = new ZipBytes.Entry(name, content);
          entry.flags |= ZipBytes.DESCRIPTOR;
          zip.add(entry);
        });
    return zip.bytes();
  }

  private static byte[] warc(boolean compressed) {
    byte[] chunked = text("5\r\nRain \r\n6\r\nfalls.\r\n0\r\n\r\n");
    return WarcBuilder.of(compressed)
        .record("warcinfo", URL, "application/warc-fields", "software: a crawler\r\n")
        .page(1)
        .record("request", URL, "application/http", "GET / HTTP/1.1\r\n\r\n")
        .response(
            URL,
            "200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip",
            Packing.gzip(text(WarcBuilder.html(2))))
        .response(URL, "200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked", chunked)
        .record("conversion", URL, "text/plain", "Ferries left the harbour.")
        .build();
  }

  private static byte[] arc() {
    String info = "1 0 Crawler\nURL IP-address Archive-date Content-type Archive-length\n";
    String page = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + WarcBuilder.html(3);
    return text(
        "filedesc://a.arc 0.0.0.0 20010203040506 text/plain "
            + info.length()
            + "\n"
            + info
            + "\n"
            + URL
            + " 192.0.2.1 20010203040507 text/html "
            + page.length()
            + "\n"
            + page
            + "\ndns:harbour.example 192.0.2.1 20010203040508 text/dns 5\nA rec\n"
            + URL
            + " 192.0.2.1 20010203040509 text/plain 5\nRain.\n");
  }
}
