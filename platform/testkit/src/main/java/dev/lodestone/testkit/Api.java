package dev.lodestone.testkit;

import static io.restassured.RestAssured.given;

import dev.lodestone.platform.ids.Ids;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The API of the service under test as its clients call it. Each service adds a class of its own for its paths and bodies. */
public final class Api {
    private Api() {}

    /** A request with a JSON body by the bearer of {@code token}. */
    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    /** As {@link #as}, with an {@code Idempotency-Key} that no other request has. */
    public static RequestSpecification once(String token) {
        return as(token).header("Idempotency-Key", Ids.next().toString());
    }

    /** A request by a member. */
    public static RequestSpecification member(String subject) {
        return as(Tokens.member(subject));
    }

    /** The JSON at {@code path} as the bearer of {@code token} reads it; fails if the status is not 200. */
    public static JsonPath read(String token, String path) {
        return json(as(token).get(path), 200);
    }

    /** The JSON of {@code response}; fails if it has another status. */
    public static JsonPath json(Response response, int status) {
        return response.then().statusCode(status).extract().jsonPath();
    }

    /** A name that no other test uses. */
    public static String unique(String prefix) {
        return prefix + "-" + Ids.next();
    }

    /** Runs all of {@code calls} at the same time and returns what they returned, in their order. */
    public static <T> List<T> race(List<Callable<T>> calls) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(calls)) {
                results.add(future.get());
            }
            return results;
        }
    }
}
