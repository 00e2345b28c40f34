FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY server/package.json server/
COPY sdk/package.json sdk/
RUN npm ci --ignore-scripts
COPY . .
RUN node scripts/build.mjs && npm prune --omit=dev --omit=optional --ignore-scripts

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=development
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --from=build /app/sql sql
COPY --from=build /app/sdk/openapi.json sdk/openapi.json
RUN mkdir -p .medweave/logs && chown -R node:node .medweave
USER node
EXPOSE 3000
CMD ["node", "--max-semi-space-size=16", "--initial-old-space-size=48", "--max-old-space-size=1024", "dist/server/main.js"]
