package jp.meguri.local;

import java.nio.file.Path;

/**
 * Where things lie on this machine.
 *
 * @param project the checkout
 * @param data everything that is kept: {@code .meguri}
 */
public record Home(Path project, Path data) {

	static Home ofEnvironment() {
		var project = Path.of(System.getProperty("meguri.project", "")).toAbsolutePath().normalize();
		return new Home(project, project.resolve(".meguri"));
	}

	public Path logs() {
		return this.data.resolve("logs");
	}

	public Path mail() {
		return this.data.resolve("mail");
	}

	public Path clock() {
		return this.data.resolve("clock");
	}

	public Path run() {
		return this.data.resolve("run.json");
	}

	public Path processes() {
		return this.data.resolve("processes");
	}

	public Path secrets() {
		return this.data.resolve("secrets.json");
	}

	public Path applications() {
		return this.data.resolve("applications");
	}

}
