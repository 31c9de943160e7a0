package jp.meguri.local;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * What the person may set in the environment.
 *
 * @param port {@code MEGURI_PORT}: the gateway, 8080
 * @param identityPort {@code MEGURI_IDENTITY_PORT}: the provider, 8081
 */
record Settings(int port, int identityPort) {

	static Settings of(Map<String, String> environment) {
		return new Settings(port(environment, "MEGURI_PORT", 8080), port(environment, "MEGURI_IDENTITY_PORT", 8081));
	}

	private static int port(Map<String, String> environment, String name, int usual) {
		var text = environment.getOrDefault(name, "").strip();
		if (text.isEmpty()) {
			return usual;
		}
		if (!text.matches("[1-9][0-9]{0,4}") || Integer.parseInt(text) > 65535) {
			throw new Refusal(name + " は 1 から 65535 までの数にしてください（今は「" + text + "」）。",
					name + " must be a number from 1 to 65535; it is \"" + text + "\".");
		}
		return Integer.parseInt(text);
	}

	URI publicUrl() {
		return URI.create("http://localhost:" + this.port);
	}

	List<URI> publicUrls() {
		return List.of(publicUrl());
	}

}
