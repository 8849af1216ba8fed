/**
 * The part of OASIS' schema of SARIF 2.1.0 that a log of ours uses, closed: a key that is not here is a
 * mistake. Names, required keys, enumerations and patterns are the schema's.
 */
const text = { type: "string" };
const message = { type: "object", required: ["text"], additionalProperties: false, properties: { text } };
const level = { enum: ["none", "note", "warning", "error"] };
const count = { type: "integer", minimum: 1 };
const language = { type: "string", pattern: "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$" };

const physicalLocation = {
  type: "object",
  required: ["artifactLocation"],
  additionalProperties: false,
  properties: {
    artifactLocation: {
      type: "object",
      required: ["uri"],
      additionalProperties: false,
      properties: { uri: { type: "string", pattern: "^(?:[a-z]+://)?(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-F]{2})+$" } },
    },
    region: {
      type: "object",
      required: ["startLine"],
      additionalProperties: false,
      properties: { startLine: count, startColumn: count, endLine: count, endColumn: count },
    },
  },
};

const rule = {
  type: "object",
  required: ["id"],
  additionalProperties: false,
  properties: {
    id: text,
    shortDescription: message,
    help: { type: "object", required: ["text"], additionalProperties: false, properties: { text, markdown: text } },
    properties: { type: "object" },
  },
};

const result = {
  type: "object",
  required: ["message"],
  additionalProperties: false,
  properties: {
    ruleId: text,
    ruleIndex: { type: "integer", minimum: -1 },
    level,
    message,
    locations: { type: "array", items: { type: "object", additionalProperties: false, properties: { physicalLocation } } },
    relatedLocations: {
      type: "array",
      uniqueItems: true,
      items: { type: "object", additionalProperties: false, properties: { id: { type: "integer", minimum: -1 }, message, physicalLocation } },
    },
  },
};

const run = {
  type: "object",
  required: ["tool"],
  additionalProperties: false,
  properties: {
    tool: {
      type: "object",
      required: ["driver"],
      additionalProperties: false,
      properties: {
        driver: {
          type: "object",
          required: ["name"],
          additionalProperties: false,
          properties: { name: text, version: text, language, rules: { type: "array", uniqueItems: true, items: rule } },
        },
      },
    },
    columnKind: { enum: ["utf16CodeUnits", "unicodeCodePoints"] },
    language,
    invocations: {
      type: "array",
      items: {
        type: "object",
        required: ["executionSuccessful"],
        additionalProperties: false,
        properties: {
          executionSuccessful: { type: "boolean" },
          toolExecutionNotifications: {
            type: "array",
            items: { type: "object", required: ["message"], additionalProperties: false, properties: { level, message } },
          },
        },
      },
    },
    results: { type: "array", items: result },
  },
};

export const SARIF = {
  type: "object",
  required: ["version", "runs"],
  additionalProperties: false,
  properties: { $schema: { type: "string" }, version: { const: "2.1.0" }, runs: { type: "array", items: run } },
};
