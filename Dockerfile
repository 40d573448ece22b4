# docker build -t dear-reader . && docker run -p 3000:3000 -v paper:/data dear-reader
FROM node:24-slim AS build
WORKDIR /paper
COPY . .
# The image has its own Node 24; without src/ the launcher neither installs nor builds.
RUN node tools/up.mjs build && npm prune --omit=dev --ignore-scripts --no-audit --no-fund \
  && rm -rf node_modules/node-linux-* node_modules/.cache src

FROM node:24-slim
WORKDIR /paper
COPY --from=build /paper/package.json ./
COPY --from=build /paper/node_modules node_modules
COPY --from=build /paper/tools tools
COPY --from=build /paper/db db
COPY --from=build /paper/dist dist
RUN mkdir /data && chown node:node /data
USER node
ENV NODE_ENV=production HOST=0.0.0.0 DATA_DIR=/data
VOLUME /data
EXPOSE 3000
CMD ["node", "tools/up.mjs", "start"]
