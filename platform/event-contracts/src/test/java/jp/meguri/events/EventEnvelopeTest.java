package jp.meguri.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventEnvelopeTest {

	private static final UUID AGGREGATE = UUID.fromString("018f2f6e-0000-7000-8000-000000000001");

	@Test
	void reAnnouncementOfAVersion_hasTheSameId() {
		assertThat(EventEnvelope.idOf(AGGREGATE, 3)).isEqualTo(EventEnvelope.idOf(AGGREGATE, 3))
			.isNotEqualTo(EventEnvelope.idOf(AGGREGATE, 4));
		assertThat(EventEnvelope.idOf(AGGREGATE, 3).version()).isEqualTo(5);
	}

}
