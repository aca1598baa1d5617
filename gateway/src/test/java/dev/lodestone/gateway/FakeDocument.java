package dev.lodestone.gateway;

/** API documents as services serve them, with names that clash on purpose. */
public final class FakeDocument {
    private FakeDocument() {}

    /**
     * All services share {@code Problem}; each has its own {@code Account}, to which the {@code Page} of all refers in the same words.
     */
    public static String of(String service) {
        return """
                {
                  "openapi": "3.1.0",
                  "info": {"title": "%1$s", "version": "1"},
                  "tags": [{"name": "%1$s"}],
                  "security": [{"jwt": []}],
                  "paths": {
                    "/q/health": {"get": {"operationId": "health", "responses": {"200": {"description": "OK"}}}},
                    "/api/%1$s/v1/accounts": {
                      "get": {
                        "operationId": "list",
                        "responses": {
                          "200": {"description": "OK", "content": {"application/json":
                            {"schema": {"$ref": "#/components/schemas/Page"}}}},
                          "400": {"description": "Bad", "content": {"application/problem+json":
                            {"schema": {"$ref": "#/components/schemas/Problem"}}}}
                        }
                      }
                    }
                  },
                  "components": {
                    "schemas": {
                      "Problem": {"type": "object", "properties": {"status": {"type": "integer"}}},
                      "Account": {"type": "object", "properties": {"%1$s": {"type": "string"}}},
                      "Page": {"type": "array", "items": {"$ref": "#/components/schemas/Account"}}
                    },
                    "securitySchemes": {"jwt": {"type": "http", "scheme": "bearer"}}
                  }
                }
                """.formatted(service);
    }
}
