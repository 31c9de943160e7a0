package jp.meguri.local;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SettingsTest {

	@Test
	void ports_areTheUsualOnes_unlessSaidOtherwise() {
		assertThat(Settings.of(Map.of())).isEqualTo(new Settings(8080, 8081));
		assertThat(Settings.of(Map.of("MEGURI_PORT", "9090", "MEGURI_IDENTITY_PORT", " 9091 ")))
			.isEqualTo(new Settings(9090, 9091));
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "65536", "http", "-1", "８０８０", "080" })
	void port_isRefused_byName(String text) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Settings.of(Map.of("MEGURI_PORT", text)))
			.satisfies((refusal) -> {
				assertThat(refusal.japanese()).contains("MEGURI_PORT");
				assertThat(refusal.english()).contains("MEGURI_PORT");
			});
	}

}
