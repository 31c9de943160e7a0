package jp.meguri.local;

import jp.meguri.local.identity.DemoCity;

/**
 * What stands on the screen when everything runs.
 */
final class Welcome {

	private Welcome() {
	}

	static void print(Screen screen, Settings settings, Home home) {
		screen.line("");
		screen.line("  Meguri が動いています / is running   →  " + settings.publicUrl());
		screen.line("");
		for (var city : DemoCity.ALL) {
			screen.line("  %s  %s/login/%s".formatted(city.name(), settings.publicUrl(), city.slug()));
			for (var person : city.people()) {
				screen.line("    %-10s %s　%s — %s".formatted(person.login(), person.name(), person.position(),
						person.positionInEnglish()));
			}
		}
		screen.line("");
		screen.line("  パスワード / password: " + DemoCity.PASSWORD);
		screen.line("  メール / mail:         http://localhost:" + settings.identityPort() + "/mail");
		screen.line("  記録 / logs:           " + home.logs());
		screen.line("  停止 / stop:           Ctrl-C, ./meguri down");
		screen.line("");
	}

}
