package jp.meguri.web;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TextsTest {

	@Test
	void everySentence_existsInBothLanguages() {
		Control exact = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
		ResourceBundle ja = ResourceBundle.getBundle("messages/service-web", Locale.ROOT, exact);
		ResourceBundle en = ResourceBundle.getBundle("messages/service-web", Locale.ENGLISH, exact);
		assertThat(en.keySet()).isEqualTo(ja.keySet());
		assertThat(ja.keySet()).allSatisfy((key) -> assertThat(en.getString(key)).isNotEqualTo(ja.getString(key)));
	}

	@Test
	void times_arePrintedInTheLanguage() {
		var end = PrintedTime.until(java.time.Instant.parse("2026-12-31T15:00:00Z"));
		assertThat(new Texts().ja("problem.window-closed.detail", end)).isEqualTo("受付は2026年12月31日で終了しました。");
		assertThat(new Texts().en("problem.window-closed.detail", end)).isEqualTo("Entry ended on 31 December 2026.");
	}

}
