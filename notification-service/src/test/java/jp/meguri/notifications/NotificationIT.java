package jp.meguri.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import jp.meguri.directory.FiscalYear;
import jp.meguri.events.CycleMode;
import jp.meguri.events.content.ReportContent;
import jp.meguri.events.content.ReviewState;
import jp.meguri.events.content.Round;
import jp.meguri.events.evaluation.ImportAnswer.Match;
import jp.meguri.events.evaluation.ImportAnswer.PartApplied;
import jp.meguri.events.evaluation.ReportEvent;
import jp.meguri.events.evaluation.ReportSnapshot;
import jp.meguri.events.goals.GoalEvent;
import jp.meguri.test.EmbeddedPlatform;
import jp.meguri.test.EventPublisherForTests;
import jp.meguri.test.MeguriIT;
import jp.meguri.test.metrics.WatchedMetrics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/**
 * Events in; inbox, hints and letters out. Real PostgreSQL, Kafka and SMTP.
 */
@MeguriIT
class NotificationIT {

	private static final GreenMail SMTP = smtp();

	private static final Path OFFSET = offsetFile();

	private static final EventPublisherForTests EVENTS = new EventPublisherForTests();

	private static final Duration LIMIT = Duration.ofSeconds(120);

	@LocalServerPort
	private int port;

	@LocalManagementPort
	private int managementPort;

	@Autowired
	private MeterRegistry meters;

	private WebTestClient http;

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry registry) {
		registry.add("spring.mail.port", () -> SMTP.getSmtp().getPort());
		registry.add("meguri.mail.gather", () -> "500ms");
		registry.add("meguri.clock.offset-allowed", () -> "true");
		registry.add("meguri.clock.offset-file", OFFSET::toString);
	}

	@AfterAll
	static void stop() {
		SMTP.stop();
		EVENTS.close();
	}

	@BeforeEach
	void client() {
		this.http = WebTestClient.bindToServer()
			.baseUrl("http://localhost:" + this.port)
			.responseTimeout(LIMIT)
			.build();
	}

	@AfterEach
	void presentTime() throws IOException {
		Files.writeString(OFFSET, "P0D");
	}

	@Test
	void goalsSubmittedAtOnce_areOneNoticeAndOneLetterToTheHead_alsoWhenAnnouncedAgain() throws Exception {
		InventedCity city = city(CycleMode.LIVE, Instant.now().plus(Duration.ofDays(300)));
		submit(city, UUID.randomUUID(), CycleMode.LIVE, "one-click");
		submit(city, UUID.randomUUID(), CycleMode.LIVE, "one-click");
		await().atMost(LIMIT)
			.untilAsserted(() -> assertThat(inbox(city, city.head))
				.containsExactly("くらし協働部 " + wareki(city) + "の目標2件の承認をお願いします"));
		await().atMost(LIMIT).until(() -> letters(city.head).size() == 1);
		MimeMessage letter = letters(city.head).get(0);
		assertThat(letter.getSubject()).isEqualTo("【巡り】くらし協働部 " + wareki(city) + "の目標2件の承認をお願いします");
		assertThat(letter.getContent().toString()).contains("鈴木 一郎 様", "/sheets/" + city.year + "/" + city.civic,
				"please approve 2");

		city.announceEverythingAgain();
		submit(city, UUID.randomUUID(), CycleMode.LIVE, "second-click");
		await().atMost(LIMIT).untilAsserted(() -> assertThat(inbox(city, city.head)).hasSize(2));
		await().atMost(LIMIT).until(() -> letters(city.head).size() == 2);
		assertThat(inbox(city, city.clerk)).isEmpty();
		assertThat(todos(city, city.head)).containsExactly("くらし協働部 " + wareki(city) + "の目標3件を承認する");
	}

	@Test
	void backLoadedYears_tellNobody_butTheWorkIsListed() {
		InventedCity city = city(CycleMode.BACK_LOADING, Instant.now().minus(Duration.ofDays(30)));
		submit(city, UUID.randomUUID(), CycleMode.BACK_LOADING, "click");
		await().atMost(LIMIT)
			.untilAsserted(
					() -> assertThat(todos(city, city.head)).containsExactly("くらし協働部 " + wareki(city) + "の目標1件を承認する"));
		assertThat(inbox(city, city.head)).isEmpty();
		assertThat(letters(city.head)).isEmpty();
		assertThat(deadlines(city)).isZero();
	}

	@Test
	void reminder_comesOncePerStep_andStopsWhenSubmitted() throws Exception {
		Instant closes = Instant.now().plus(Duration.ofDays(60));
		InventedCity city = city(CycleMode.LIVE, closes);
		UUID goal = UUID.randomUUID();
		city.happened(new GoalEvent.Drafted(city.goal(goal, ReviewState.DRAFT, 1)), 1, CycleMode.LIVE, "draft");
		await().atMost(LIMIT).untilAsserted(() -> assertThat(todos(city, city.clerk)).hasSize(1));
		assertThat(inbox(city, city.clerk)).isEmpty();

		Files.writeString(OFFSET, "P54D");
		await().atMost(LIMIT).untilAsserted(() -> assertThat(inbox(city, city.clerk)).hasSize(1));
		assertThat(inbox(city, city.clerk).get(0)).startsWith("くらし協働部 " + wareki(city) + "の目標の提出期限は");
		await().atMost(LIMIT).until(() -> letters(city.clerk).size() == 1);

		city.happened(new GoalEvent.Submitted(city.goal(goal, ReviewState.SUBMITTED, 2), null, 0), 2, CycleMode.LIVE,
				"submit");
		await().atMost(LIMIT).untilAsserted(() -> assertThat(todos(city, city.head)).hasSize(1));
		Files.writeString(OFFSET, "P75D");
		await().atMost(LIMIT).until(() -> nextStep(city) > 7);
		assertThat(inbox(city, city.clerk)).hasSize(1);
		assertThat(letters(city.clerk)).hasSize(1);
	}

	@Test
	void movedWindow_startsTheLadderAnew() {
		InventedCity city = city(CycleMode.LIVE, Instant.now().plus(Duration.ofDays(5)));
		await().atMost(LIMIT).untilAsserted(() -> assertThat(inbox(city, city.clerk)).hasSize(1));
		city.window(CycleMode.LIVE, Instant.now().plus(Duration.ofDays(90)));
		await().atMost(LIMIT).until(() -> nextStep(city) == -30);
		assertThat(inbox(city, city.clerk)).hasSize(1);
	}

	@Test
	void letter_belongsToTheTraceOfItsClick() throws MessagingException {
		InventedCity city = city(CycleMode.LIVE, Instant.now().plus(Duration.ofDays(300)));
		city.happened(new GoalEvent.Submitted(city.goal(UUID.randomUUID(), ReviewState.SUBMITTED, 1), null, 0), "click",
				"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00");
		await().atMost(LIMIT).until(() -> letters(city.head).size() == 1);
		assertThat(letters(city.head).get(0).getHeader("X-Meguri-Trace"))
			.containsExactly("0af7651916cd43dd8448eb211c80319c");
		assertThat(text("select trace from mail where address like '" + city.head + "%'"))
			.matches("00-0af7651916cd43dd8448eb211c80319c-[0-9a-f]{16}-00");
		await().atMost(LIMIT)
			.untilAsserted(
					() -> assertThat(WatchedMetrics.missing("notification-service", this.managementPort)).isEmpty());
	}

	@Test
	void inboxBelongsToItsPerson() {
		InventedCity city = city(CycleMode.LIVE, Instant.now().plus(Duration.ofDays(300)));
		submit(city, UUID.randomUUID(), CycleMode.LIVE, "click");
		await().atMost(LIMIT).untilAsserted(() -> assertThat(inbox(city, city.head)).hasSize(1));
		String notice = text("select id from notice where (facts ->> 'fiscalYear')::int = " + city.year);
		post(city.clerk, city, "/api/notifications/inbox/" + notice + "/read").expectStatus().isNotFound().expectBody();
		post(city.clerk, city, "/api/notifications/inbox/" + UUID.randomUUID() + "/read").expectStatus()
			.isNotFound()
			.expectBody();
		post(city.head, city, "/api/notifications/inbox/" + notice + "/read").expectStatus().isNoContent();
		get(city.head, city, "/api/notifications/inbox").expectBody().jsonPath("$.unread").isEqualTo(0);
		this.http.get().uri("/api/notifications/inbox").exchange().expectStatus().isUnauthorized().expectBody();
	}

	@Test
	void submissions_areForPlanners_andARequestReachesTheClerks() {
		InventedCity city = city(CycleMode.LIVE, Instant.now().plus(Duration.ofDays(300)));
		await().atMost(LIMIT).untilAsserted(() -> assertThat(todos(city, city.clerk)).hasSize(1));
		get(city.clerk, city, "/api/notifications/submissions?fiscalYear=" + city.year).expectStatus()
			.isForbidden()
			.expectBody();
		get(city.planner, city, "/api/notifications/submissions?fiscalYear=" + city.year).expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.items[0].unitName")
			.isEqualTo("くらし協働部")
			.jsonPath("$.items[0].turn")
			.isEqualTo("STAFF")
			.jsonPath("$.items[0].turnNames[0]")
			.isEqualTo("佐藤 花");
		this.http.post()
			.uri("/api/notifications/requests")
			.headers((headers) -> headers.setBearerAuth(city.token(city.planner)))
			.bodyValue("""
					{"fiscalYear":%d,"what":"GOAL","units":["%s"],"text":"お忙しいところ恐れ入りますが、提出をお願いします。"}
					""".formatted(city.year, city.civic))
			.header("Content-Type", "application/json")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.told[0]")
			.isEqualTo("佐藤 花");
		assertThat(inbox(city, city.clerk)).containsExactly("提出のお願い：くらし協働部 " + wareki(city) + "の目標");
		await().atMost(LIMIT).until(() -> letters(city.clerk).size() == 1);
		get(city.planner, city, "/api/notifications/submissions?fiscalYear=" + city.year).expectBody()
			.jsonPath("$.items[0].lastContact.kind")
			.isEqualTo("REQUEST");
	}

	@Test
	void requestsAndNotes_areRefused_whereSomethingIsMissing_orNoText() {
		InventedCity city = city(CycleMode.LIVE, Instant.now().plus(Duration.ofDays(300)));
		String request = "{\"fiscalYear\":2026,\"what\":%s,\"units\":[\"" + city.civic + "\"],\"text\":%s}";
		String note = "{\"fiscalYear\":2026,\"unit\":%s,\"text\":%s}";
		String civic = "\"" + city.civic + "\"";
		refused(city, "requests", request.formatted("null", "\"お願い\""), "/what");
		refused(city, "contacts", note.formatted("null", "\"電話した\""), "/unit");
		for (String text : List.of("null", "\"\u3000\"", "\"a\\u0000b\"", "\"\\u0007\"", "\"\\ufffe\"")) {
			refused(city, "requests", request.formatted("\"GOAL\"", text), "/text");
			refused(city, "contacts", note.formatted(civic, text), "/text");
		}
	}

	private void refused(InventedCity city, String what, String body, String pointer) {
		this.http.post()
			.uri("/api/notifications/" + what)
			.headers((headers) -> headers.setBearerAuth(city.token(city.planner)))
			.header("Content-Type", "application/json")
			.bodyValue(body)
			.exchange()
			.expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.errors[0].pointer")
			.isEqualTo(pointer);
	}

	@Test
	void workOnAPlansSheet_isCalledByThePlan_andLeadsToItsPage() {
		InventedCity city = city(CycleMode.LIVE, Instant.now().plus(Duration.ofDays(300)));
		UUID edition = UUID.randomUUID();
		UUID goal = UUID.randomUUID();
		UUID inTheCatalog = UUID.randomUUID();
		city.plan(inTheCatalog, "行財政改革プラン");
		city.answered(new PartApplied(UUID.randomUUID(), 1, List.of(new Match(edition, inTheCatalog))));
		await().atMost(LIMIT).until(() -> one("select count(*) from plan_name where edition = '" + edition + "'") == 1);
		city.happened(new GoalEvent.Submitted(city.goalOfPlan(goal, edition, ReviewState.SUBMITTED, 1), null, 0), 1,
				CycleMode.LIVE, "click");
		UUID report = UUID.randomUUID();
		city.happened(new ReportEvent.Opened(new ReportSnapshot(report, goal, 1, "窓口サービスの向上", edition, city.civic,
				city.year, Round.YEAR_END, ReviewState.PENDING, 1, ReportContent.EMPTY, List.of(), null, edition)));
		await().atMost(LIMIT)
			.untilAsserted(() -> assertThat(inbox(city, city.head))
				.containsExactly("行財政改革プラン " + wareki(city) + "の目標1件の承認をお願いします"));
		await().atMost(LIMIT)
			.untilAsserted(() -> assertThat(inbox(city, city.clerk))
				.containsExactly("行財政改革プラン " + wareki(city) + "の実績1件が入力できるようになりました"));
		String sheet = "/plan-sheets/" + city.year + "/" + edition;
		get(city.head, city, "/api/notifications/todos").expectBody()
			.jsonPath("$.items[0].ja")
			.isEqualTo("行財政改革プラン " + wareki(city) + "の目標1件を承認する")
			.jsonPath("$.items[0].link")
			.isEqualTo(sheet + "#goal-" + goal);
		get(city.clerk, city, "/api/notifications/inbox").expectBody()
			.jsonPath("$.items[0].link")
			.isEqualTo(sheet + "?round=YEAR_END#goal-" + goal);
		assertThat(todos(city, city.clerk)).contains("くらし協働部 " + wareki(city) + "の目標を作成する",
				"行財政改革プラン " + wareki(city) + "の実績1件を提出する");
		get(city.planner, city, "/api/notifications/submissions?fiscalYear=" + city.year).expectBody()
			.jsonPath("$.items.length()")
			.isEqualTo(1)
			.jsonPath("$.items[0].unitName")
			.isEqualTo("くらし協働部")
			.jsonPath("$.items[0].turn")
			.isEqualTo("STAFF");
	}

	@Test
	void stream_hintsWhenTheInboxChanges() {
		InventedCity city = city(CycleMode.LIVE, Instant.now().plus(Duration.ofDays(300)));
		StepVerifier.create(WebClient.create("http://localhost:" + this.port)
			.get()
			.uri("/api/notifications/stream")
			.headers((headers) -> headers.setBearerAuth(city.token(city.head)))
			.retrieve()
			.bodyToFlux(new ParameterizedTypeReference<ServerSentEvent<String>>() {
			})
			.filter((event) -> event.data() != null)
			.map(ServerSentEvent::data))
			.expectNext("{\"unread\":0}")
			.then(() -> submit(city, UUID.randomUUID(), CycleMode.LIVE, "click"))
			.expectNext("{\"unread\":1}")
			.thenCancel()
			.verify(LIMIT);
	}

	@Test
	void streams_areFivePerPerson_howeverFastTheyAreOpened() {
		InventedCity city = city(CycleMode.LIVE, Instant.now().plus(Duration.ofDays(300)));
		Map<Integer, AtomicInteger> answers = new ConcurrentHashMap<>();
		Disposable streams = Flux.range(0, 40)
			.flatMap((i) -> WebClient.create("http://localhost:" + this.port)
				.get()
				.uri("/api/notifications/stream")
				.headers((headers) -> headers.setBearerAuth(city.token(city.head)))
				.exchangeToFlux((answer) -> {
					answers.computeIfAbsent(answer.statusCode().value(), (status) -> new AtomicInteger())
						.incrementAndGet();
					assertThat(answer.headers().header("Retry-After")).hasSize(answer.statusCode().isError() ? 1 : 0);
					return answer.bodyToFlux(String.class);
				}), 40)
			.subscribe();
		await().atMost(LIMIT).untilAsserted(() -> {
			assertThat(answers.get(200)).hasValue(5);
			assertThat(answers.get(429)).hasValue(35);
		});
		streams.dispose();
		await().atMost(LIMIT)
			.until(() -> WebClient.create("http://localhost:" + this.port)
				.get()
				.uri("/api/notifications/stream")
				.headers((headers) -> headers.setBearerAuth(city.token(city.head)))
				.exchangeToFlux((answer) -> answer.statusCode().isError() ? Flux.just(false)
						: answer.bodyToFlux(String.class).map((hint) -> true))
				.blockFirst(LIMIT));
	}

	@Test
	void whatHappenedBeforeTheCityIsKnown_isToldOnceItIs() {
		InventedCity city = new InventedCity(EVENTS, UUID.randomUUID(), "tsukimi");
		submit(city, UUID.randomUUID(), CycleMode.LIVE, "early-click");
		await().atMost(LIMIT).until(() -> failures("notifications.goals") > 0);

		announce(city, CycleMode.LIVE, Instant.now().plus(Duration.ofDays(300)));

		await().atMost(LIMIT).untilAsserted(() -> assertThat(inbox(city, city.head)).hasSize(1));
		assertThat(inbox(city, city.head)).containsExactly("くらし協働部 " + wareki(city) + "の目標1件の承認をお願いします");
	}

	private long failures(String consumer) {
		return this.meters.find("inbox.handling")
			.tag("consumer", consumer)
			.timers()
			.stream()
			.filter((timer) -> !"none".equals(timer.getId().getTag("error")))
			.mapToLong(Timer::count)
			.sum();
	}

	private InventedCity city(CycleMode mode, Instant windowCloses) {
		InventedCity city = new InventedCity(EVENTS);
		announce(city, mode, windowCloses);
		return city;
	}

	private void announce(InventedCity city, CycleMode mode, Instant windowCloses) {
		city.announce(mode, windowCloses);
		await().atMost(LIMIT)
			.until(() -> this.http.get()
				.uri("/api/notifications/todos")
				.headers((headers) -> headers.setBearerAuth(city.token(city.planner)))
				.exchange()
				.expectBody()
				.returnResult()
				.getStatus()
				.is2xxSuccessful());
	}

	private static void submit(InventedCity city, UUID goal, CycleMode mode, String click) {
		city.happened(new GoalEvent.Submitted(city.goal(goal, ReviewState.SUBMITTED, 1), null, 0), 1, mode, click);
	}

	private WebTestClient.ResponseSpec get(String subject, InventedCity city, String path) {
		return this.http.get().uri(path).headers((headers) -> headers.setBearerAuth(city.token(subject))).exchange();
	}

	private WebTestClient.ResponseSpec post(String subject, InventedCity city, String path) {
		return this.http.post().uri(path).headers((headers) -> headers.setBearerAuth(city.token(subject))).exchange();
	}

	private List<String> inbox(InventedCity city, String subject) {
		return sentences(get(subject, city, "/api/notifications/inbox"));
	}

	private List<String> todos(InventedCity city, String subject) {
		return sentences(get(subject, city, "/api/notifications/todos"));
	}

	private static List<String> sentences(WebTestClient.ResponseSpec answer) {
		Sentences body = answer.expectStatus().isOk().expectBody(Sentences.class).returnResult().getResponseBody();
		return body.items().stream().map(Sentence::ja).toList();
	}

	private static List<MimeMessage> letters(String subject) {
		return Arrays.stream(SMTP.getReceivedMessages()).filter((letter) -> isTo(letter, subject)).toList();
	}

	private static boolean isTo(MimeMessage letter, String subject) {
		try {
			return letter.getRecipients(RecipientType.TO)[0].toString().startsWith(subject);
		}
		catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static int deadlines(InventedCity city) {
		return one("select count(*) from deadline where fiscal_year = " + city.year);
	}

	private static int nextStep(InventedCity city) {
		return one("select s.days from due_step s join deadline d on d.id = s.deadline where d.unit = '" + city.civic
				+ "'");
	}

	private static int one(String sql) {
		return Integer.parseInt(text(sql));
	}

	private static String text(String sql) {
		try (Connection connection = EmbeddedPlatform.get().superuser("notification").getConnection();
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(sql)) {
			row.next();
			return row.getString(1);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String wareki(InventedCity city) {
		return new FiscalYear(city.year).label();
	}

	private static GreenMail smtp() {
		GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
		mail.start();
		return mail;
	}

	private static Path offsetFile() {
		try {
			Path file = Files.createTempFile("meguri-clock", "");
			Files.writeString(file, "P0D");
			return file;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	record Sentences(List<Sentence> items) {
	}

	record Sentence(String ja) {
	}

}
