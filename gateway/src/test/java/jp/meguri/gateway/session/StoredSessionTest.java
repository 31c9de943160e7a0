package jp.meguri.gateway.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class StoredSessionTest {

	private static final SessionProperties SETTINGS = new SessionProperties("unused", List.of(), Duration.ofHours(2),
			Duration.ofHours(12));

	private final Instant now = Instant.now();

	@Test
	void ids_areLongAndDifferent() {
		var one = StoredSession.create(this.now, SETTINGS);
		var two = StoredSession.create(this.now, SETTINGS);
		assertThat(one.getId()).hasSize(43).isNotEqualTo(two.getId());
	}

	@Test
	void needsSave_isFalse_forAnUntouchedSession() {
		assertThat(found(this.now).needsSave()).isFalse();
	}

	@Test
	void needsSave_isFalse_whenUsedMomentsLater() {
		var session = found(this.now);
		session.setLastAccessedTime(this.now.plusSeconds(30));
		assertThat(session.needsSave()).isFalse();
	}

	@Test
	void needsSave_isTrue_whenUsedMinutesLater() {
		var session = found(this.now);
		session.setLastAccessedTime(this.now.plusSeconds(300));
		assertThat(session.needsSave()).isTrue();
	}

	@Test
	void needsSave_isTrue_onlyForRealChanges() {
		var session = found(this.now);
		session.setAttribute(SignedIn.CITY, "nagisa");
		assertThat(session.needsSave()).isFalse();
		session.setAttribute(SignedIn.CITY, "tsukimi");
		assertThat(session.needsSave()).isTrue();
	}

	@Test
	void changeSessionId_keepsTheRowsOldHashUntilSaved() {
		var session = found(this.now);
		var old = session.storedHash();
		session.changeSessionId();
		assertThat(session.needsSave()).isTrue();
		assertThat(session.storedHash()).isEqualTo(old).isNotEqualTo(session.hash());
		session.saved();
		assertThat(session.storedHash()).isEqualTo(session.hash());
	}

	@Test
	void expiresAt_movesWithUse_butNotBeyondTheLongestTime() {
		var session = found(this.now);
		session.setLastAccessedTime(this.now.plus(Duration.ofHours(5)));
		assertThat(session.expiresAt()).isEqualTo(this.now.plus(Duration.ofHours(7)));
		session.setLastAccessedTime(this.now.plus(Duration.ofHours(11)));
		assertThat(session.expiresAt()).isEqualTo(this.now.plus(Duration.ofHours(12)));
	}

	@Test
	void attributes_areTextOnly() {
		var session = found(this.now);
		assertThatIllegalArgumentException().isThrownBy(() -> session.setAttribute("x", 1));
	}

	private static StoredSession found(Instant at) {
		return StoredSession.found("an id", Map.of(SignedIn.CITY, "nagisa"), at, at, SETTINGS);
	}

}
