package jp.meguri.web.things;

import java.sql.SQLException;
import java.util.UUID;
import jp.meguri.test.MeguriIT;
import jp.meguri.web.Correlation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What services share, seen from outside.
 */
@MeguriIT
class ServiceWebIT {

	private static final String THING = "/api/things/018f2f6e-0000-7000-8000-000000000001";

	@LocalServerPort
	private int port;

	private ThingClient client;

	@BeforeEach
	void prepare() throws SQLException {
		ThingClient.fillDirectory();
		this.client = new ThingClient(this.port);
	}

	@Test
	void answer_carriesRevisionAndCorrelation_andIsNotStored() {
		String correlation = UUID.randomUUID().toString();
		this.client.as("sato", HttpMethod.GET, THING)
			.header(Correlation.HEADER, correlation)
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.valueEquals(HttpHeaders.ETAG, "\"7\"")
			.expectHeader()
			.valueEquals(Correlation.HEADER, correlation)
			.expectHeader()
			.value(HttpHeaders.CACHE_CONTROL, (value) -> assertThat(value).contains("no-store"))
			.expectHeader()
			.valueEquals("X-Content-Type-Options", "nosniff");
	}

	@Test
	void correlation_isOurs_whenTheCallersIsNoUuid() {
		this.client.as("sato", HttpMethod.GET, THING)
			.header(Correlation.HEADER, "x injected=1")
			.exchange()
			.expectHeader()
			.valueMatches(Correlation.HEADER, "[0-9a-f-]{36}");
	}

	@Test
	void ifNoneMatch_tellsNothing() {
		this.client.as("sato", HttpMethod.GET, THING).header("If-None-Match", "\"7\"").exchange().expectStatus().isOk();
	}

	@Test
	void problem_speaksTheCallersLanguage() {
		this.client.anonymous(HttpMethod.GET, THING)
			.header(HttpHeaders.ACCEPT_LANGUAGE, "en-GB,en;q=0.9,ja;q=0.5")
			.exchange()
			.expectStatus()
			.isUnauthorized()
			.expectHeader()
			.valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
			.expectBody()
			.jsonPath("$.title")
			.isEqualTo("Please sign in")
			.jsonPath("$.i18n.ja.title")
			.isEqualTo("サインインが必要です");
		this.client.anonymous(HttpMethod.GET, THING)
			.header(HttpHeaders.ACCEPT_LANGUAGE, "zz;q=x")
			.exchange()
			.expectBody()
			.jsonPath("$.title")
			.isEqualTo("サインインが必要です");
	}

	@Test
	void rights_areAskedBeforeAnythingElse() {
		this.client.as("sato", HttpMethod.GET, "/api/things/planned").exchange().expectStatus().isForbidden();
		this.client.as("yamada", HttpMethod.GET, "/api/things/planned").exchange().expectStatus().isOk();
		this.client.as("ops", HttpMethod.GET, THING + "?unknown=1").exchange().expectStatus().isForbidden();
		this.client.as("gone", HttpMethod.GET, THING)
			.exchange()
			.expectStatus()
			.isForbidden()
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:meguri:problem:no-assignment");
		this.client.as("ops", HttpMethod.PUT, THING)
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue("{broken")
			.exchange()
			.expectStatus()
			.isForbidden();
	}

	@Test
	void whatIsNotOpened_isClosed() {
		this.client.anonymous(HttpMethod.GET, "/published/page").exchange().expectStatus().isOk();
		this.client.anonymous(HttpMethod.GET, "/other").exchange().expectStatus().isUnauthorized();
		this.client.as("sato", HttpMethod.GET, "/other").exchange().expectStatus().isForbidden();
		this.client.as("sato", HttpMethod.GET, "/api/absent").exchange().expectStatus().isNotFound();
		this.client.anonymous(HttpMethod.GET, "/actuator/env").exchange().expectStatus().isUnauthorized();
		this.client.as("sato", HttpMethod.DELETE, THING).exchange().expectStatus().isEqualTo(405);
		this.client.as("sato", HttpMethod.TRACE, THING).exchange().expectStatus().is4xxClientError();
		this.client.anonymous(HttpMethod.OPTIONS, THING)
			.header("Origin", "https://elsewhere.example")
			.header("Access-Control-Request-Method", "PUT")
			.exchange()
			.expectHeader()
			.doesNotExist("Access-Control-Allow-Origin");
	}

	@Test
	void ownFault_tellsNothingOfItself() {
		this.client.as("sato", HttpMethod.GET, "/api/things/broken")
			.exchange()
			.expectStatus()
			.isEqualTo(500)
			.expectBody(String.class)
			.value((body) -> assertThat(body).contains("urn:meguri:problem:internal").doesNotContain("secret"));
	}

	@Test
	void head_isAnsweredLikeGet_withoutBody() {
		this.client.as("sato", HttpMethod.HEAD, THING).exchange().expectStatus().isOk().expectBody().isEmpty();
		this.client.anonymous(HttpMethod.HEAD, THING).exchange().expectStatus().isUnauthorized().expectBody().isEmpty();
	}

}
