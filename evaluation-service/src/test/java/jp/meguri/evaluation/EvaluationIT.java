package jp.meguri.evaluation;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import jp.meguri.events.EventEnvelope;
import jp.meguri.events.Topics;
import jp.meguri.events.content.Block;
import jp.meguri.events.content.ReportContent;
import jp.meguri.test.EmbeddedPlatform;
import jp.meguri.test.EventPublisherForTests;
import jp.meguri.test.MeguriIT;
import jp.meguri.test.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole service between real PostgreSQL and Kafka, seen from its ports.
 */
@MeguriIT
public abstract class EvaluationIT {

	protected static final Duration SOON = Duration.ofSeconds(60);

	private static final AtomicInteger YEARS = new AtomicInteger(DemoCity.BACK_LOADED_YEAR + 1);

	private static final JsonMapper JSON = JsonMapper.builder().build();

	protected EventPublisherForTests publisher;

	@Value("${local.server.port}")
	private int port;

	@BeforeEach
	void announceCity() {
		this.publisher = new EventPublisherForTests();
		DemoCity.announce(this.publisher);
		await().atMost(SOON)
			.until(() -> anyone().get()
				.uri("/api/evaluations/sheets?fiscalYear=2030")
				.headers((headers) -> headers.setBearerAuth(TestTokens.tokenFor("tsukimi", "hayashi")))
				.exchange()
				.expectBody()
				.returnResult()
				.getStatus()
				.is2xxSuccessful());
		await().atMost(SOON)
			.until(() -> count("select count(*) from cycle_copy where fiscal_year = ? ", DemoCity.YEARS_END - 1) == 2
					&& count("select count(*) from directory_state where heard_at is not null and ? > 0", 1) == 3);
	}

	@AfterEach
	void closePublisher() {
		this.publisher.close();
	}

	/** A fiscal year no other test works in. */
	protected static int freshYear() {
		return YEARS.getAndIncrement();
	}

	protected String base() {
		return "http://localhost:" + this.port;
	}

	protected WebTestClient anyone() {
		return WebTestClient.bindToServer().baseUrl(base()).responseTimeout(Duration.ofSeconds(20)).build();
	}

	protected WebTestClient as(String subject) {
		String city = switch (subject) {
			case "mori", "hayashi" -> "tsukimi";
			case "ops" -> "operations";
			default -> "nagisa";
		};
		return anyone().mutate()
			.defaultHeaders((headers) -> headers.setBearerAuth(TestTokens.tokenFor(city, subject)))
			.build();
	}

	protected Answer get(String subject, String uri, Object... variables) {
		return answer(as(subject).get().uri(uri, variables).exchange());
	}

	protected Answer post(String subject, Object body, String uri, Object... variables) {
		return answer(as(subject).post()
			.uri(uri, variables)
			.header("Idempotency-Key", UUID.randomUUID().toString())
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(JSON.writeValueAsString(body))
			.exchange());
	}

	protected Answer put(String subject, long revision, Object body, String uri, Object... variables) {
		return answer(as(subject).put()
			.uri(uri, variables)
			.header("If-Match", "\"" + revision + "\"")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(JSON.writeValueAsString(body))
			.exchange());
	}

	protected static Answer answer(WebTestClient.ResponseSpec response) {
		var result = response.expectBody().returnResult();
		byte[] body = result.getResponseBody();
		return new Answer(result.getStatus().value(), result.getResponseHeaders().getETag(),
				(body != null) ? new String(body, StandardCharsets.UTF_8) : "");
	}

	protected void announce(EventEnvelope<?> event) {
		this.publisher.publish(event, Topics.GOALS);
	}

	/** Announce a confirmed goal and wait for its report; its id. */
	protected UUID openReport(GoalFixture goal) {
		announce(goal.confirmed());
		return awaitReport(goal);
	}

	protected UUID awaitReport(GoalFixture goal) {
		await().atMost(SOON).until(() -> count("select count(*) from report where goal = ?", goal.id()) == 1);
		return query("select id from report where goal = ?", UUID.class, goal.id());
	}

	protected static long count(String sql, Object... arguments) {
		return query(sql, Long.class, arguments);
	}

	/** As the superuser sees it, row policies or not. */
	protected static <T> T query(String sql, Class<T> type, Object... arguments) {
		try (Connection connection = EmbeddedPlatform.get().superuser("evaluation").getConnection();
				PreparedStatement statement = connection.prepareStatement(sql)) {
			for (int i = 0; i < arguments.length; i++) {
				statement.setObject(i + 1, arguments[i]);
			}
			try (ResultSet rows = statement.executeQuery()) {
				return rows.next() ? type.cast(rows.getObject(1)) : null;
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	protected static ReportContent content(String achievement, String direction) {
		return new ReportContent(List.of(), List.of(Block.entry(UUID.randomUUID(), 1, "○", achievement)),
				List.of(Block.entry(UUID.randomUUID(), 1, "○", direction)), List.of(), List.of(), null, null);
	}

	/** What came back. */
	protected record Answer(int status, String etag, String body) {

		public JsonNode json() {
			return JSON.readTree(this.body);
		}

	}

}
