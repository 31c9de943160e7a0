package jp.meguri.web.things;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import jp.meguri.test.EmbeddedPlatform;
import jp.meguri.test.TestTokens;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.RequestBodySpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/**
 * A clerk of なぎさ市 at the test service, with the directory it needs.
 */
final class ThingClient {

	static final UUID CITY = UUID.fromString("018f2f6e-0000-7000-8000-000000000001");

	private static final UUID UNIT = UUID.fromString("018f2f6e-0000-7000-8000-000000000002");

	private final WebTestClient web;

	ThingClient(int port) {
		this.web = WebTestClient.bindToServer()
			.baseUrl("http://127.0.0.1:" + port)
			.responseTimeout(Duration.ofSeconds(20))
			.build();
	}

	RequestBodySpec as(String subject, HttpMethod method, String path) {
		return anonymous(method, path)
			.headers((headers) -> headers.setBearerAuth(TestTokens.tokenFor("nagisa", subject)));
	}

	RequestBodySpec anonymous(HttpMethod method, String path) {
		return this.web.method(method).uri(path);
	}

	/** The same body to the create and to the change; both must answer alike. */
	ResponseSpec create(Object body) {
		return as("sato", HttpMethod.POST, "/api/things").header("Idempotency-Key", UUID.randomUUID().toString())
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(body)
			.exchange();
	}

	static void fillDirectory() throws SQLException {
		String city = """
				{"what":"MunicipalityChanged","id":"%s","slug":"nagisa","name":"なぎさ市","operations":false,"issuers":["%s"]}"""
			.formatted(CITY, TestTokens.issuer("nagisa"));
		try (Connection connection = EmbeddedPlatform.get().superuser("webtest").getConnection();
				Statement statement = connection.createStatement()) {
			insert(statement, "directory_municipality", CITY, city);
			insert(statement, "directory_person", UUID.randomUUID(), person("sato", "STAFF", "null"));
			insert(statement, "directory_person", UUID.randomUUID(), person("yamada", "PLANNING", "null"));
			insert(statement, "directory_person", UUID.randomUUID(), person("ops", "OPERATOR", "null"));
			insert(statement, "directory_person", UUID.randomUUID(), person("gone", "STAFF", "\"2026-03-31\""));
			statement
				.execute("insert into directory_state values ('%s', 1, now()) on conflict (municipality) do nothing"
					.formatted(CITY));
		}
	}

	private static void insert(Statement statement, String table, UUID id, String body) throws SQLException {
		statement.execute("insert into %s values ('%s', '%s', '%s') on conflict (id) do nothing".formatted(table, id,
				CITY, body));
	}

	private static String person(String subject, String role, String to) {
		return """
				{"what":"PersonChanged","id":"%s","name":"%s","email":"","issuer":"%s","subject":"%s",
				"assignments":[{"id":"%s","unit":"%s","role":"%s","from":"2024-04-01","to":%s}]}""".formatted(
				UUID.randomUUID(), subject, TestTokens.issuer("nagisa"), subject, UUID.randomUUID(), UNIT, role, to);
	}

}
