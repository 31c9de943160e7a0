package jp.meguri.goals;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class GoalsServiceApplication {

	public static void main(String[] args) {
		SpringApplication.run(GoalsServiceApplication.class, args);
	}

}
