package jp.meguri.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import jp.meguri.database.CityTransaction;
import jp.meguri.test.EmbeddedPlatform;
import jp.meguri.test.PlatformExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.IllegalTransactionStateException;

@SpringBootTest(classes = AuditTrailIT.Application.class)
@ExtendWith(PlatformExtension.class)
class AuditTrailIT {

	private static final int ENTRIES = 20;

	private final UUID city = UUID.randomUUID();

	@Autowired
	private AuditTrail trail;

	@Autowired
	private CityTransaction transaction;

	@Autowired
	private DatabaseClient database;

	@SpringBootApplication
	static class Application {

	}

	@BeforeEach
	void appendEntries() {
		for (int i = 0; i < ENTRIES; i++) {
			this.transaction.in(this.city, this.trail.append(entry("goal.edit", i))).block();
		}
		await().atMost(Duration.ofSeconds(10))
			.untilAsserted(() -> assertThat(this.trail.verify(this.city).block())
				.isEqualTo(AuditVerification.intact(ENTRIES)));
	}

	@Test
	void append_isRefused_outsideATransaction() {
		assertThatExceptionOfType(IllegalTransactionStateException.class)
			.isThrownBy(() -> this.trail.append(entry("goal.edit", 1)).block());
	}

	@Test
	void entries_cannotBeChanged_byTheService() {
		for (String sql : new String[] { "update audit_entry set body = ''", "delete from audit_entry",
				"update audit_chain set number = 0" }) {
			assertThatExceptionOfType(DataAccessException.class)
				.isThrownBy(() -> this.transaction.in(this.city, this.database.sql(sql).then()).block())
				.withMessageContaining("permission denied");
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"update audit_entry set body = set_byte(body, 9, get_byte(body, 9) # 1) where municipality = ? and number = 7 | 7",
			"update audit_entry set recorded_at = recorded_at - interval '1 day' where municipality = ? and number = 7 | 7",
			"delete from audit_entry where municipality = ? and number = 7 | 7",
			"delete from audit_entry where municipality = ? and number = 20 | 20",
			"update audit_entry set object_id = gen_random_uuid() where municipality = ? and number = 1 | 1" })
	void verify_findsTheEntryThatWasTamperedWith(String sql, long number, EmbeddedPlatform platform)
			throws SQLException {
		try (Connection connection = platform.superuser("sample").getConnection();
				PreparedStatement statement = connection.prepareStatement(sql)) {
			statement.setObject(1, this.city);
			assertThat(statement.executeUpdate()).isEqualTo(1);
		}
		AuditVerification found = this.trail.verify(this.city).block();
		assertThat(found.brokenAt()).isEqualTo(number);
	}

	private AuditEntry entry(String action, long revision) {
		return new AuditEntry(this.city, UUID.randomUUID(), "佐藤 花", action, "goal", UUID.randomUUID(), revision,
				Instant.now(), null, Map.of("reason", "訂正"));
	}

}
