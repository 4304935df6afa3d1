package io.dateline.browser;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A headless Chromium that was started for tests, told what to do by the <a
 * href="https://chromedevtools.github.io/devtools-protocol/">DevTools protocol</a>, which every
 * version speaks without a driver that has to fit it. Not safe for use by several threads.
 */
final class Chromium implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private static final long TIMEOUT_SECONDS = 60;

  private final Process process;
  private final WebSocket socket;
  private final AtomicInteger lastId = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
  private final List<JsonNode> events = new CopyOnWriteArrayList<>();

  /** Starts a browser of its own profile, which stays in the folder. */
  Chromium(Path executable, Path folder) throws Exception {
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            executable.toString(),
            "--headless=new",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--hide-scrollbars",
            "--force-color-profile=srgb",
            // Nothing of it may ask the network for anything.
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--host-resolver-rules=MAP * ~NOTFOUND",
            "--remote-debugging-port=0",
            "--user-data-dir=" + folder));
    if ("root".equals(System.getProperty("user.name"))) {
      // Chromium refuses root its sandbox, and containers of a build run as root.
      command.add("--no-sandbox");
    }
    command.add("about:blank");
    process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("chromium.log").toFile())
            .start();
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(address(folder), new Listener())
            .get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
  }

  /** Where a Chromium is installed, if one is. */
  static Optional<Path> find() {
    return Arrays.stream(String.valueOf(System.getenv("PATH")).split(":"))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** The browser writes into its profile where it listens. */
  private URI address(Path folder) throws Exception {
    Path file = folder.resolve("DevToolsActivePort");
    for (long waited = 0; waited < TIMEOUT_SECONDS * 1000; waited += 50) {
      if (Files.exists(file)) {
        List<String> lines = Files.readAllLines(file);
        if (lines.size() > 1) {
          return URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1));
        }
      }
      if (!process.isAlive()) {
        break;
      }
      Thread.sleep(50);
    }
    throw new IOException("no browser: " + Files.readString(folder.resolve("chromium.log")));
  }

  /** Collects the pieces of each message. */
  private final class Listener implements WebSocket.Listener {
    private final StringBuilder message = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
      message.append(data);
      if (last) {
        JsonNode json = JSON.readTree(message.toString());
        message.setLength(0);
        if (json.has("id")) {
          CompletableFuture<JsonNode> answer = answers.remove(json.get("id").asInt());
          if (answer != null) {
            answer.complete(json);
          }
        } else {
          events.add(json);
        }
      }
      webSocket.request(1);
      return CompletableFuture.completedFuture(null);
    }
  }

  private JsonNode send(Map<String, Object> message)
      throws InterruptedException, ExecutionException, TimeoutException {
    int id = lastId.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    answers.put(id, answer);
    Map<String, Object> numbered = new java.util.LinkedHashMap<>(message);
    numbered.put("id", id);
    socket.sendText(JSON.writeValueAsString(numbered), true).get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    JsonNode json = answer.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    if (json.has("error")) {
      throw new IllegalStateException(message.get("method") + ": " + json.get("error"));
    }
    return json.get("result");
  }

  /** Processor time of all processes of the browser so far, in milliseconds. */
  double processorTime() throws Exception {
    double seconds = 0;
    for (JsonNode one : send(Map.of("method", "SystemInfo.getProcessInfo")).get("processInfo")) {
      seconds += one.get("cpuTime").asDouble();
    }
    return seconds * 1000;
  }

  /** Opens an empty tab. */
  Tab newTab() throws Exception {
    String target =
        send(Map.of("method", "Target.createTarget", "params", Map.of("url", "about:blank")))
            .get("targetId")
            .asString();
    String session =
        send(Map.of(
                "method",
                "Target.attachToTarget",
                "params",
                Map.of("targetId", target, "flatten", true)))
            .get("sessionId")
            .asString();
    return new Tab(session);
  }

  /** A tab of the browser. */
  final class Tab {

    private final String session;

    Tab(String session) throws Exception {
      this.session = session;
      for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
        call(domain + ".enable", Map.of());
      }
    }

    JsonNode call(String method, Map<String, Object> parameters) throws Exception {
      return send(Map.of("method", method, "params", parameters, "sessionId", session));
    }

    /** Shows pages in this size and scheme from now on. */
    void appear(int width, int height, boolean dark) throws Exception {
      call(
          "Emulation.setDeviceMetricsOverride",
          Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
      call(
          "Emulation.setEmulatedMedia",
          Map.of(
              "features",
              List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    /** Loads a file and returns when its scripts have run. */
    void load(Path file) throws Exception {
      long before = count("Page.loadEventFired");
      call("Page.navigate", Map.of("url", file.toUri().toString()));
      long end = System.nanoTime() + Duration.ofSeconds(TIMEOUT_SECONDS).toNanos();
      while (count("Page.loadEventFired") == before) {
        if (System.nanoTime() > end) {
          throw new TimeoutException(file + " does not load");
        }
        Thread.sleep(5);
      }
    }

    private long count(String method) {
      return of(method).size();
    }

    private List<JsonNode> of(String method) {
      return events.stream()
          .filter(e -> e.path("sessionId").asString("").equals(session))
          .filter(e -> e.path("method").asString("").equals(method))
          .map(e -> e.get("params"))
          .toList();
    }

    /** The value of an expression; a promise is waited for. */
    JsonNode evaluate(String expression) throws Exception {
      JsonNode result =
          call(
              "Runtime.evaluate",
              Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
      if (result.has("exceptionDetails")) {
        throw new IllegalStateException(expression + ": " + result.get("exceptionDetails"));
      }
      return result.get("result").path("value");
    }

    /** What went wrong so far: errors, warnings, and violations of the policy, all in words. */
    List<String> complaints() {
      List<String> complaints = new ArrayList<>();
      of("Runtime.exceptionThrown").forEach(e -> complaints.add(e.toString()));
      of("Log.entryAdded").forEach(e -> complaints.add(e.toString()));
      of("Runtime.consoleAPICalled").forEach(e -> complaints.add(e.toString()));
      of("Page.javascriptDialogOpening").forEach(e -> complaints.add(e.toString()));
      return complaints;
    }

    /** Addresses that pages have asked for; the browser's own pictures are no such. */
    List<String> requests() {
      return of("Network.requestWillBeSent").stream()
          .map(e -> e.get("request").get("url").asString())
          .filter(url -> !url.startsWith("data:image/svg+xml"))
          .toList();
    }

    /** A picture of what is shown, or of the whole page, as PNG. */
    byte[] picture(boolean whole) throws Exception {
      JsonNode shot =
          call(
              "Page.captureScreenshot",
              Map.of("format", "png", "captureBeyondViewport", whole, "optimizeForSpeed", false));
      return java.util.Base64.getDecoder().decode(shot.get("data").asString());
    }

    /** The page as it is printed, as PDF. */
    byte[] print() throws Exception {
      JsonNode pdf =
          call("Page.printToPDF", Map.of("preferCSSPageSize", true, "printBackground", false));
      return java.util.Base64.getDecoder().decode(pdf.get("data").asString());
    }
  }

  @Override
  public void close() throws Exception {
    try {
      send(Map.of("method", "Browser.close"));
    } catch (ExecutionException | TimeoutException e) {
      // It goes either way.
    } finally {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
      }
    }
  }
}
